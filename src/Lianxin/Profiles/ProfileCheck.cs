namespace Lianxin.Profiles;

/// <summary>Finds what single rows cannot show: names of other rows that do not exist, a tree too deep, roles or limits left out.</summary>
internal static class ProfileCheck
{
    public static IEnumerable<ProfileProblem> Problems(Profile profile) =>
        Tree(profile)
            .Concat(Leads(profile))
            .Concat(Levels(profile))
            .Concat(Topics(profile))
            .Concat(Templates(profile))
            .Concat(Complete("roles", ProfileWords.Roles, profile.Roles.Select(r => r.Code)))
            .Concat(Complete("limits", ProfileWords.Limits, profile.Limits.Select(l => l.Code)));

    private static IEnumerable<ProfileProblem> Tree(Profile profile)
    {
        var codes = profile.Categories.Select(c => c.Code).ToHashSet();
        var parents = profile.Categories.Select(c => c.Parent).ToHashSet();
        foreach (var category in profile.Categories)
        {
            if (category.Parent is { } parent && !codes.Contains(parent))
            {
                yield return Problem("categories", category.Code, "parent", parent, "the code of a category");
            }
            else if (Depth(profile, category) > 3)
            {
                yield return Problem("categories", category.Code, "parent", category.Parent!, "a tree of at most three levels and no circle");
            }

            var leaf = !parents.Contains(category.Code);
            if (leaf != category.Kind is not null || leaf != category.WorkingDays is not null)
            {
                yield return Problem("categories", category.Code, "kind", category.Kind ?? "(missing)", "kind and workingDays on leaves, and only there");
            }
        }
    }

    private static int Depth(Profile profile, ProfileCategory? category)
    {
        var depth = 0;
        for (; category is not null && depth < 4; depth++)
        {
            var parent = category.Parent;
            category = parent is null ? null : profile.Categories.FirstOrDefault(c => c.Code == parent);
        }

        return depth;
    }

    private static IEnumerable<ProfileProblem> Leads(Profile profile)
    {
        var current = profile.Topics.Where(t => t.Until is null).Select(t => t.Code).ToHashSet();
        foreach (var category in profile.Categories)
        {
            foreach (var (level, target) in category.Lead.Where(l => l.Value.Topic is { } topic && !current.Contains(topic)))
            {
                yield return Problem("categories", category.Code, $"lead.{level}", target.ToString(), "a topic in use today");
            }
        }

        foreach (var channel in profile.Channels.Where(c => !current.Contains(c.OwnerTopic)))
        {
            yield return Problem("channels", channel.Code, "ownerTopic", channel.OwnerTopic, "a topic in use today");
        }
    }

    private static IEnumerable<ProfileProblem> Levels(Profile profile)
    {
        var levels = profile.Authority.Select(a => a.Code).ToHashSet();
        var allowed = string.Join(", ", levels);
        return profile.Categories.Where(c => !levels.Contains(c.Authority)).Select(c => Problem("categories", c.Code, "authority", c.Authority, allowed))
            .Concat(profile.UnitKinds.Where(k => !levels.Contains(k.Level)).Select(k => Problem("unit-kinds", k.Code, "level", k.Level, allowed)))
            .Concat(profile.Authority.Where(a => a.ReportsTo is { } to && !levels.Contains(to)).Select(a => Problem("authority", a.Code, "reportsTo", a.ReportsTo!, allowed)));
    }

    private static IEnumerable<ProfileProblem> Topics(Profile profile)
    {
        var current = profile.Topics.Where(t => t.Until is null).Select(t => t.Code).ToHashSet();
        return profile.Topics
            .Where(t => t.Until is null != t.Successor is null || (t.Successor is { } next && !current.Contains(next)))
            .Select(t => Problem("unit-topics", t.Code, "successor", t.Successor ?? "(missing)", "until and successor together, the successor in use today"));
    }

    private static IEnumerable<ProfileProblem> Templates(Profile profile)
    {
        var fields = profile.TemplateFields.Select(f => f.Code).ToHashSet();
        var roots = profile.Roots.Select(r => r.Code).ToHashSet();
        foreach (var template in profile.Templates)
        {
            if (template.Category is { } category && !roots.Contains(category))
            {
                yield return Problem("templates", template.Code, "category", category, string.Join(", ", roots));
            }

            var expected = ProfileTemplate.FieldsOf(template.Text.ZhHans).ToHashSet();
            foreach (var language in Label.Languages.Where(l => template.Text.Exactly(l) is not null))
            {
                var used = ProfileTemplate.FieldsOf(template.Text.In(language));
                if (!used.All(fields.Contains) || !expected.SetEquals(used))
                {
                    yield return Problem("templates", template.Code, $"text.{language}", string.Join(", ", used), "the same fields in each language, of " + string.Join(", ", fields));
                }
            }
        }

        foreach (var root in roots.Where(r => profile.Templates.All(t => t.Category != r)))
        {
            yield return Problem("templates", root, "category", "(missing)", "a reply template for each root category");
        }
    }

    private static IEnumerable<ProfileProblem> Complete(string file, IReadOnlyList<string> needed, IEnumerable<string> present) =>
        needed.Except(present).Select(code => Problem(file, code, "code", "(missing)", "rows for " + string.Join(", ", needed)));

    private static ProfileProblem Problem(string file, string code, string member, string value, string allowed) =>
        new(file + ".json", $"$[{code}].{member}", value, allowed);
}
