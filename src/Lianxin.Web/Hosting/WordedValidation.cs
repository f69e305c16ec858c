using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Lianxin.Web.Hosting;

/// <summary>Gives each validation attribute without a message of its own the key of ours, so that no English default reaches a resident.</summary>
public sealed class WordedValidation : IValidationMetadataProvider
{
    /// <inheritdoc />
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null } && KeyOf(attribute) is { } key)
            {
                attribute.ErrorMessage = key;
            }
        }
    }

    /// <summary>Puts our texts in place of the framework's for values that do not fit their type.</summary>
    public static void Word(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => Now("error.field.value", field));
        messages.SetMissingBindRequiredValueAccessor(field => Now("error.field.required", field));
        messages.SetMissingKeyOrValueAccessor(() => Now("error.field.plain"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Now("error.field.plain"));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Now("error.field.plain"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Now("error.field.plain"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Now("error.field.plain"));
        messages.SetUnknownValueIsInvalidAccessor(field => Now("error.field.value", field));
        messages.SetValueIsInvalidAccessor(_ => Now("error.field.plain"));
        messages.SetValueMustBeANumberAccessor(field => Now("error.field.number", field));
        messages.SetValueMustNotBeNullAccessor(_ => Now("error.field.plain"));
    }

    private static string Now(string key, params object?[] args) => Words.Get(key, CultureInfo.CurrentUICulture, args);

    private static string? KeyOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "error.field.required",
        StringLengthAttribute { MinimumLength: > 0 } => "error.field.length_between",
        StringLengthAttribute or MaxLengthAttribute => "error.field.length",
        MinLengthAttribute => "error.field.length_min",
        RangeAttribute => "error.field.range",
        _ => "error.field.value",
    };
}
