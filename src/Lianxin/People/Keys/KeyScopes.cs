namespace Lianxin.People;

/// <summary>What an API key may be for. In the access matrix and the life table a scope is the role <c>key:SCOPE</c>.</summary>
public static class KeyScopes
{
    /// <summary>Record matters.</summary>
    public const string Submit = "matters:submit";

    /// <summary>Read the matters of the unit and of the units below it.</summary>
    public const string Read = "matters:read";

    /// <summary>Take the steps of the life table that the unit may take.</summary>
    public const string Act = "matters:act";

    /// <summary>Read the figures of the district.</summary>
    public const string Figures = "figures:read";

    /// <summary>The role of a key that may act.</summary>
    public const string ActRole = "key:" + Act;

    /// <summary>Every scope, in the order of a form.</summary>
    public static IReadOnlyList<string> All { get; } = [Submit, Read, Act, Figures];

    /// <summary>The scope as a role.</summary>
    public static string Role(string scope) => "key:" + scope;
}
