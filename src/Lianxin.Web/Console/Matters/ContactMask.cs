using Lianxin.Foundation;

namespace Lianxin.Web.Console;

/// <summary>How each contact field is made unreadable on the matter's own page: enough to know it is there, too little to use.</summary>
internal static class ContactMask
{
    /// <summary>The fields that are shown, in their order; the query code never is.</summary>
    internal static IReadOnlyList<string> Order { get; } = ["name", "phone", "identity", "door"];

    /// <summary>The masked form of a field.</summary>
    internal static string Of(string path, string value) => path switch
    {
        "phone" => PhoneNumber.TryParse(value, out var phone) ? phone.Masked : Stars(value, 0),
        "identity" => IdentityNumber.Read(value, out var identity) == IdentityProblem.None ? identity.Masked : Stars(value, 0),
        "name" => Stars(value, 1),
        _ => Stars(value, 0),
    };

    // The length of what is hidden says nothing.
    private static string Stars(string value, int kept) => string.Concat(value.EnumerateRunes().Take(kept).Select(r => r.ToString())) + "**";
}
