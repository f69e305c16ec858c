namespace Lianxin.Web.SignIn;

/// <summary>Where a session begins when no page was asked for.</summary>
internal static class Landing
{
    internal const string Of = "/console";
}
