using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lianxin.Database;

/// <summary>The names and forms every table follows: snake_case, enums as text, instants in UTC.</summary>
public static class Conventions
{
    /// <summary>The database's and the journal's form of a name: <c>DueOn</c> becomes <c>due_on</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(type))!);
                }
                else if (type == typeof(DateTime))
                {
                    property.SetValueConverter(new UtcInstant());
                }
            }
        }
    }

    /// <summary>The text form of an enum value, in the database and in the journal.</summary>
    public static string Text<T>(T value)
        where T : struct, Enum => EnumNames<T>.ToText[value];

    /// <summary>Reads an enum value back; false for a word that is none of them.</summary>
    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is not null && EnumNames<T>.FromText.TryGetValue(text, out value);
    }

    private static class EnumNames<T>
        where T : struct, Enum
    {
        internal static readonly Dictionary<T, string> ToText = Enum.GetValues<T>().ToDictionary(v => v, v => Snake(v.ToString()));
        internal static readonly Dictionary<string, T> FromText = ToText.ToDictionary(p => p.Value, p => p.Key);
    }

    private sealed class EnumText<T>() : ValueConverter<T, string>(v => Text(v), s => Parse(s))
        where T : struct, Enum
    {
        private static T Parse(string text) => EnumNames<T>.FromText[text];
    }

    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
