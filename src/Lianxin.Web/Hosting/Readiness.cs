using System.Globalization;
using Lianxin.Database;
using Lianxin.Texts;

namespace Lianxin.Web.Hosting;

/// <summary>Makes a database ready for this release: the start checks, then the schema scripts.</summary>
public static class Readiness
{
    /// <summary>How many scripts ran; null when a check failed, and everything wrong was said on <paramref name="error"/>.</summary>
    public static async Task<int?> Make(DatabaseSettings settings, TextWriter error, CultureInfo language)
    {
        var problems = await StartChecks.Run(settings);
        foreach (var problem in problems)
        {
            error.WriteLine(Words.Get("start." + problem.Code, language, problem.Arguments));
        }

        if (problems.Count > 0)
        {
            return null;
        }

        try
        {
            return await SchemaRunner.Run(settings, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (NewerSchemaException newer)
        {
            error.WriteLine(Words.Get("start." + newer.Problem.Code, language, newer.Problem.Arguments));
            return null;
        }
    }
}
