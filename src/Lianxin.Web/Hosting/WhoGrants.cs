namespace Lianxin.Web.Hosting;

/// <summary>Set on the request's features where access is refused: who can grant it, in the reader's words.</summary>
public sealed record WhoGrants(string Words);
