namespace Lianxin.Notifications;

/// <summary>What notices say of the district: the address of the site, without a slash at the end, and the phone when the unit has none.</summary>
public sealed record NoticeSettings(string Address, string Phone);
