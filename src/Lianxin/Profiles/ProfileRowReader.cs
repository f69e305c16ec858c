namespace Lianxin.Profiles;

/// <summary>Turns the merged rows of each file into its typed records; one method a file.</summary>
internal static class ProfileRowReader
{
    private static readonly IReadOnlyList<string> All = Label.Languages;

    public static Profile Make(string code, Label name, int version, ProfileFiles files, ICollection<ProfileProblem> problems)
    {
        List<T> From<T>(string file, Func<string, RecordFields, T> read) => [.. files[file].Select(row => One(row, read, problems))];
        return new Profile(code, name, version)
        {
            Authority = From("authority", Authority),
            Categories = From("categories", Category),
            Channels = From("channels", Channel),
            Emergencies = From("emergency-words", (c, f) => new ProfileEmergency(c, f.Text("phone"), f.Label("label", All), f.Texts("words"))),
            ExtensionReasons = From("extension-reasons", (c, f) => new ProfileReason(c, f.Label("label", All), f.OptionalText("needs"))),
            Hours = From("hours", Hours),
            Limits = From("limits", Limit),
            Phrases = From("phrases", (c, f) => new ProfilePhrase(c, f.OneOf("use", ["intake", "reply", "call"]), f.Label("text"))),
            Refusals = From("refusal-reasons", Refusal),
            ReturnReasons = From("return-reasons", (c, f) => new ProfileReason(c, f.Label("label"), f.Text("needs"))),
            Roles = From("roles", (c, f) => new ProfileRole(c, f.Label("label"), f.OneOf("scope", ProfileWords.RoleScopes), f.Flag("alone"))),
            TemplateFields = From("template-fields", (c, f) => new ProfileTemplateField(c, f.Label("label"))),
            Templates = From("templates", Template),
            UnitKinds = From("unit-kinds", UnitKind),
            Topics = From("unit-topics", Topic),
        };
    }

    private static T One<T>(ProfileRow row, Func<string, RecordFields, T> read, ICollection<ProfileProblem> problems)
    {
        var fields = new RecordFields(row.Fields, row.File, row.Path, problems);
        var made = read(row.Code, fields);
        fields.Done();
        return made;
    }

    private static ProfileCategory Category(string code, RecordFields f) =>
        new(code, f.OptionalText("parent"), f.Label("label", All), f.Label("office"))
        {
            Form = f.OptionalOneOf("form", ["consultation"]),
            Kind = f.OptionalOneOf("kind", ProfileWords.Kinds),
            WorkingDays = f.OptionalNumber("workingDays", 1, 60),
            Lead = Lead(f),
            Authority = f.Text("authority"),
            AuthorityBasis = f.OptionalText("authorityBasis"),
            KeepYears = f.OptionalNumber("keepYears", 1, 30),
            Formerly = f.List("formerly", n => new FormerCategoryName(n.Text("label"), n.Text("office"), n.OptionalDay("until") ?? n.Wrong("until", "(missing)", "a day", default(DateOnly)))),
            Questions = f.List("questions", q => new CategoryQuestion(q.Text("code"), q.Label("text", All))),
            Notices = f.List("notices", n => new CategoryNotice(n.OneOf("use", ["emergency", "safety", "hint"]), n.Label("text", All))),
            Keywords = f.Texts("keywords"),
        };

    private static Dictionary<string, LeadTarget> Lead(RecordFields f)
    {
        var lead = new Dictionary<string, LeadTarget>();
        foreach (var (level, text) in f.Pairs("lead"))
        {
            var target = LeadTarget.Parse(text) ?? f.Wrong($"lead.{level}", text, "place, street or topic:code", new LeadTarget(LeadTo.Place));
            lead[level] = ProfileWords.LeadLevels.Contains(level) ? target : f.Wrong("lead", level, string.Join(", ", ProfileWords.LeadLevels), target);
        }

        return lead.ContainsKey("any") ? lead : f.Wrong("lead.any", "(missing)", "place, street or topic:code", lead);
    }

    private static ProfileAuthority Authority(string code, RecordFields f) =>
        new(code, f.Label("label"), f.Number("rank", 1, 9), f.OneOf("beyond", ["report_up", "referral"]), f.OptionalText("reportsTo"));

    private static ProfileChannel Channel(string code, RecordFields f) =>
        new(code, f.Text("kind"), f.OneOf("origin", ProfileWords.Origins), f.Label("label", All), f.Text("ownerTopic"))
        {
            SuperiorWorkingDays = f.OptionalNumber("superiorWorkingDays", 1, 60),
            ReportBackWorkingDays = f.OptionalNumber("reportBackWorkingDays", 0, 60),
            AcknowledgeHours = f.OptionalNumber("acknowledgeHours", 1, 72),
            RegisterSameDay = f.Flag("registerSameDay"),
            KeepsOpeningDay = f.Flag("keepsOpeningDay"),
        };

    private static ProfileHours Hours(string code, RecordFields f) =>
        new(code, f.Label("label", All), f.OneOf("days", ["working", "every"]), f.Texts("opens"));

    private static ProfileLimit Limit(string code, RecordFields f) =>
        new(code, f.Label("label"), f.Number("value", 0, 365), f.OneOf("unit", ProfileWords.LimitUnits), f.OptionalNumber("maximum", 1, 365), f.Text("source"));

    private static ProfileRefusal Refusal(string code, RecordFields f) =>
        new(code, f.Label("label", All), f.OneOf("outcome", ["explained", "pointed"]), f.Text("route"), f.Label("routeText", All));

    private static ProfileTemplate Template(string code, RecordFields f)
    {
        var use = f.OneOf("use", ["notice", "reply"]);
        var needed = use is "notice" ? All : Label.ForOffice;
        return new ProfileTemplate(code, use, f.OptionalText("category"), f.Label("label", needed), f.Label("text", needed));
    }

    private static ProfileTopic Topic(string code, RecordFields f) =>
        new(code, f.Label("label"), f.Texts("aliases"), f.OptionalDay("until"), f.OptionalText("successor"));

    private static ProfileUnitKind UnitKind(string code, RecordFields f) =>
        new(code, f.Label("label"), f.Text("level"), f.Label("head"), f.Number("minimumStaff", 0, 99), f.Number("minimumInformants", 0, 99));
}
