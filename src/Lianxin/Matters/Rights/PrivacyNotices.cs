namespace Lianxin.Matters;

/// <summary>A version of the privacy notice: its number, the day it came out, and how many parts it has.</summary>
public sealed record PrivacyNotice(int Version, DateOnly On, int Parts);

/// <summary>
/// The versions of the privacy notice (个人信息保护法 art. 17). A report says which one was shown; every one can be read for ever, so a text once
/// given out is never changed: another text is another version.
/// </summary>
public static class PrivacyNotices
{
    /// <summary>All of them, oldest first.</summary>
    public static IReadOnlyList<PrivacyNotice> All { get; } = [new(1, new DateOnly(2026, 9, 1), 5), new(2, new DateOnly(2026, 11, 23), 7)];

    /// <summary>The one that is shown now.</summary>
    public static PrivacyNotice Current => All[^1];

    /// <summary>The version of that number; null for none.</summary>
    public static PrivacyNotice? Find(int version) => All.FirstOrDefault(n => n.Version == version);
}
