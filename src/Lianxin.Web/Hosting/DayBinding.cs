using System.Globalization;
using System.Text;
using Lianxin.Foundation;
using Lianxin.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lianxin.Web.Hosting;

/// <summary>
/// Reads a day that is typed with its year first, in any of the usual separators; 03/04/05 may be three different days and is asked again.
/// </summary>
public sealed class DayBinding : IModelBinder, IModelBinderProvider
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var typed = (given.FirstValue ?? "").Trim();
        if (typed.Length == 0)
        {
            bindingContext.Result = bindingContext.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(null) : ModelBindingResult.Failed();
        }
        else if (typed.Length <= 40 && Read(typed) is { } day)
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else
        {
            var field = bindingContext.ModelMetadata.GetDisplayName();
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Words.Get("error.field.day", CultureInfo.CurrentUICulture, field));
        }

        return Task.CompletedTask;
    }

    private static DateOnly? Read(string typed) =>
        DateOnly.TryParseExact(PlainText.WellFormed(typed).Normalize(NormalizationForm.FormKC), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
