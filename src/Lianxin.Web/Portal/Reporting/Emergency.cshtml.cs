using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Profiles;

namespace Lianxin.Web.Portal;

/// <summary>The words speak of an emergency: the phone comes first, then one may go on.</summary>
public sealed class EmergencyPage(ReportDrafts drafts, LianxinDatabase database, Rules rules) : ReportPage(drafts, database, rules)
{
    /// <summary>The lines to call.</summary>
    public IReadOnlyList<ProfileEmergency> Lines => Guesses.Emergencies(Draft!.Body, Book.Lists);

    /// <summary>The name of a line.</summary>
    public static string NameOf(ProfileEmergency line) => line.Label.In(Language);

    /// <summary>Shows the lines.</summary>
    public void OnGet()
    {
        // Everything shown follows from the draft.
    }
}
