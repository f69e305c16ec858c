using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>Every way the desk of keys says no. Codes are public interface; texts stand under <c>refusal.CODE</c>.</summary>
public static class KeyRefusals
{
    /// <summary>There is no such key.</summary>
    public static RefusedException Unknown() => new("key.unknown");

    /// <summary>It was revoked already.</summary>
    public static RefusedException RevokedBefore() => new("key.revoked_before");

    /// <summary>The unit is closed, or nobody there answers for what a program records.</summary>
    public static RefusedException UnitCannot() => new("key.unit_cannot") { Field = "unit" };

    /// <summary>The last day has passed, or lies too far ahead.</summary>
    public static RefusedException WrongEnd(int most) => new("key.wrong_end", most) { Field = "lastOn" };

    /// <summary>No scope, or one that does not exist.</summary>
    public static RefusedException WrongScope() => new("key.wrong_scope") { Field = "scopes" };

    /// <summary>The name is missing or too long.</summary>
    public static RefusedException WrongName() => new("key.wrong_name") { Field = "name" };
}
