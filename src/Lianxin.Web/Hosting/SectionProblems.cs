using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Lianxin.Archives;
using Lianxin.People;
using Lianxin.Web.Portal;

namespace Lianxin.Web.Hosting;

/// <summary>What is wrong in a section of the settings: every key at once, with its value and an example (the value it has without a setting).</summary>
public static class SectionProblems
{
    private static readonly string[] Sections = ["Site", "SignIn", "Backups", "Limits", "Logging", "Kestrel", "AllowedHosts"];

    /// <summary>The lines to show; none when all is right. A key nobody knows is wrong too: it is a slip of the pen that would change nothing.</summary>
    public static IReadOnlyList<string> Of<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var usual = new T();
        var known = typeof(T).GetProperties().Where(p => p.CanWrite).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. configuration.GetSection(section).GetChildren()
                .Where(c => !known.TryGetValue(c.Key, out var property) || !IsRight(property, c.Value))
                .Select(c => $"{section}:{c.Key} = \"{c.Value}\" – {Example(known.GetValueOrDefault(c.Key), usual, known.Keys)}"),
        ];
    }

    /// <summary>Everything that is wrong beside the start settings: unknown keys, and every key of the product's own sections.</summary>
    public static IReadOnlyList<string> All(IConfiguration configuration) =>
    [
        .. Unknown(configuration),
        .. Of<SiteFacts>(configuration, "Site"),
        .. Of<SignInSettings>(configuration, "SignIn"),
        .. Of<BackupSettings>(configuration, "Backups"),
        .. Of<AddressLimitSettings>(configuration, "Limits"),
    ];

    /// <summary>Keys of the settings' first level that nothing reads, with the keys there are.</summary>
    public static IReadOnlyList<string> Unknown(IConfiguration configuration)
    {
        string[] known = [.. typeof(StartSettings).GetProperties().Select(p => p.Name), .. Sections];
        return
        [
            .. configuration.GetChildren().Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase))
                .Select(c => $"{c.Key} = \"{c.Value}\" – {string.Join(" | ", known)}"),
        ];
    }

    private static bool IsRight(PropertyInfo property, string? text)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromString(null, CultureInfo.InvariantCulture, text ?? "");
            return property.GetCustomAttributes<ValidationAttribute>().All(a => a.IsValid(value));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Example(PropertyInfo? property, object usual, IEnumerable<string> known) => property is null
        ? string.Join(" | ", known)
        : Convert.ToString(property.GetValue(usual), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "lianxin.example.gov.cn";
}
