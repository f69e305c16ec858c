using Lianxin.Foundation;

namespace Lianxin.People;

/// <summary>Why people and sign-in say no.</summary>
public static class PeopleRefusals
{
    /// <summary>There is no such officer, or the account is off.</summary>
    public static RefusedException Unknown() => new("people.unknown");

    /// <summary>Another account bears the name.</summary>
    public static RefusedException CodeTaken(string code) => new("people.code_taken", code) { Field = "Code" };

    /// <summary>The three administrators stay apart (GB/T 22239-2019, 8.1.4.2).</summary>
    public static RefusedException AdministratorsCombined() => new("people.administrators_combined") { Field = "Roles" };

    /// <summary>There is no such role for an account.</summary>
    public static RefusedException UnknownRole(string role) => new("people.unknown_role", role) { Field = "Roles" };

    /// <summary>An account needs a role.</summary>
    public static RefusedException NoRole() => new("people.no_role") { Field = "Roles" };

    /// <summary>The unit is missing or closed.</summary>
    public static RefusedException NoUnit() => new("people.no_unit") { Field = "Unit" };

    /// <summary>A unit keeps a head who answers (INV-01).</summary>
    public static RefusedException UnitWithoutHead() => new("people.unit_without_head");

    /// <summary>The successor must be active and here.</summary>
    public static RefusedException SuccessorAway() => new("people.successor_away") { Field = "Successor" };

    /// <summary>The successor works in the same unit or one above it.</summary>
    public static RefusedException SuccessorElsewhere() => new("people.successor_elsewhere") { Field = "Successor" };

    /// <summary>Matters change hands at once: the day is today or earlier.</summary>
    public static RefusedException DayAhead() => new("people.day_ahead") { Field = "On" };

    /// <summary>Nothing happens before the officer's first day.</summary>
    public static RefusedException BeforeFirstDay(DateOnly firstOn) => new("people.before_first_day", firstOn) { Field = "On" };

    /// <summary>The officer stands in for somebody on leave; that comes first.</summary>
    public static RefusedException StandsIn(string name) => new("people.stands_in", name);

    /// <summary>The officer is not on leave.</summary>
    public static RefusedException NotOnLeave() => new("people.not_on_leave");

    /// <summary>Nobody changes the own roles or switches the own account off.</summary>
    public static RefusedException OwnAccount() => new("people.own_account");

    /// <summary>A unit lead records leave in the own unit only.</summary>
    public static RefusedException NotYourUnit() => new("people.not_your_unit");

    /// <summary>People still work in the unit.</summary>
    public static RefusedException UnitHasPeople() => new("people.unit_has_people");

    /// <summary>The officer works in another unit.</summary>
    public static RefusedException NotOfUnit() => new("people.not_of_unit") { Field = "Officer" };

    /// <summary>Somebody changed it since the form was shown.</summary>
    public static RefusedException ChangedMeanwhile() => new("people.changed_meanwhile");

    /// <summary>The password is too short, too plain or holds the account name.</summary>
    public static RefusedException WeakPassword(int shortest) => new("people.weak_password", shortest) { Field = "Password" };

    /// <summary>The password that was to be replaced is not right.</summary>
    public static RefusedException WrongPassword() => new("people.wrong_password") { Field = "Current" };

    /// <summary>The code does not fit the time.</summary>
    public static RefusedException WrongCode() => new("people.wrong_code") { Field = "Code" };

    /// <summary>The link is unknown, used or too old.</summary>
    public static RefusedException LinkEnded() => new("people.link_ended");

    /// <summary>The passkey stands already, or the account has as many as it may.</summary>
    public static RefusedException PasskeyNotAdded(int most) => new("people.passkey_not_added", most);

    /// <summary>The officer has no such passkey.</summary>
    public static RefusedException NoPasskey() => new("people.no_passkey");

    /// <summary>Whatever is wrong with a passkey's answer: the words are the same.</summary>
    public static RefusedException PasskeyOpensNothing() => new("people.passkey_opens_nothing");

    /// <summary>An account keeps a way in.</summary>
    public static RefusedException LastWayIn() => new("people.last_way_in");

    /// <summary>The three first accounts are made once, in an empty district.</summary>
    public static RefusedException NotEmpty() => new("people.not_empty");
}
