using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.People;
using Lianxin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Matters;

/// <summary>Short ways to look at matters, to run jobs at the clock's instant and to sit down as an officer of the test town.</summary>
internal static class Town
{
    internal static async Task<Matter> Row(this TestApp app, long number)
    {
        await using var db = app.Read();
        return await db.Matters.SingleAsync(m => m.Number == number);
    }

    internal static Task<int> Run<TJob>(this TestApp app)
        where TJob : class, IJob => app.Get<TJob>().Run(app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);

    /// <summary>The words of an entry of the matter.</summary>
    internal static async Task<string?> Words(this TestApp app, long seq, string path)
    {
        await using var db = app.Read();
        return await db.Wordings.Where(w => w.Seq == seq && w.Path == path).Select(w => w.Value).SingleOrDefaultAsync();
    }

    /// <summary>The facts of a matter in their order.</summary>
    internal static async Task<List<Fact>> Facts(this TestApp app, long number)
    {
        await using var db = app.Read();
        var bytes = await db.FactEntries.Where(e => e.Matter == number).OrderBy(e => e.Cn).Select(e => e.Bytes).ToListAsync();
        return bytes.ConvertAll(b => app.Journal.Catalogue.Read(Lianxin.Ledger.EntryReader.Read(b)));
    }

    internal static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Code;

    /// <summary>A browser signed in as the officer, by a one-time link.</summary>
    internal static async Task<Browser> As(this TestApp app, string officer)
    {
        var actor = await app.Given.Officer(officer);
        var link = await app.Get<OfficerAccount>().MakeLink(actor.Id!.Value, LinkKind.SignIn, Actor.System(Via.Cli));
        var browser = app.Browser();
        await browser.Open($"/sign-in/setup/{link}");
        return await browser.Press("sign-in");
    }

    /// <summary>Asserts that every invariant holds now.</summary>
    internal static async Task AllHold(this TestApp app)
    {
        foreach (var check in await app.Get<Invariants>().Check())
        {
            Assert.True(check.Holds, $"{check.Code}: {string.Join(", ", check.Numbers)}");
        }
    }
}
