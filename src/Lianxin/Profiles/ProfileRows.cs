namespace Lianxin.Profiles;

/// <summary>A level of authority with its rank; what it may not decide is reported up or referred elsewhere (LZ-25).</summary>
public sealed record ProfileAuthority(string Code, Label Label, int Rank, string Beyond, string? ReportsTo);

/// <summary>A kind of unit with the least staff and information officers it needs (QW-08…18).</summary>
public sealed record ProfileUnitKind(string Code, Label Label, string Level, Label Head, int MinimumStaff, int MinimumInformants);

/// <summary>A field of service; with a last day and a successor it is an old name that still resolves (ED-35, AMB-31).</summary>
public sealed record ProfileTopic(string Code, Label Label, IReadOnlyList<string> Aliases, DateOnly? Until, string? Successor);

/// <summary>A role; one that stands alone may share an account with no other role.</summary>
public sealed record ProfileRole(string Code, Label Label, string Scope, bool Alone);

/// <summary>A time limit: value in its unit, the most it may become, and the catalogue row or law it comes from.</summary>
public sealed record ProfileLimit(string Code, Label Label, int Value, string Unit, int? Maximum, string Source);

/// <summary>Service hours as HH:mm-HH:mm, on working days or every day.</summary>
public sealed record ProfileHours(string Code, Label Label, string Days, IReadOnlyList<string> Opens);

/// <summary>A fixed reason to return a matter or to ask for more time; “needs” names what must be given with it.</summary>
public sealed record ProfileReason(string Code, Label Label, string? Needs);

/// <summary>A fixed reason to refuse, the outcome it ends as, and the legal route told to the person (WQ-11, INV-11).</summary>
public sealed record ProfileRefusal(string Code, Label Label, string Outcome, string Route, Label RouteText);

/// <summary>Words that point to an emergency line before anything else.</summary>
public sealed record ProfileEmergency(string Code, string Phone, Label Label, IReadOnlyList<string> Words);

/// <summary>A field that templates may hold as {{code}}.</summary>
public sealed record ProfileTemplateField(string Code, Label Label);

/// <summary>A sentence that staff insert with one shortcut (常用语): use is intake, reply or call.</summary>
public sealed record ProfilePhrase(string Code, string Use, Label Text);
