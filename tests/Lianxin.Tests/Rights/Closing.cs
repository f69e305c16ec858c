using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;
using Lianxin.Vault;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Rights;

/// <summary>Walks a matter to its end and its data to their erasure, by the real desks.</summary>
internal static class Closing
{
    internal const string Phone = "13800135521";
    internal const string Note = "师傅说零件要到喜鹊桥去买";

    internal static async Task<long> Ended(TestApp app, string words, bool photo = false)
    {
        IReadOnlyList<KeptFile> photos = photo ? [await app.Get<FileVault>().Keep([1, 2, 3, 4], "image/jpeg")] : [];
        var receipt = await app.Get<MatterIntake>().Submit(
            new SubmitMatter { Body = words, Place = TestTown.Community, Photos = photos, Contact = new SubmitContact { Name = "测试住户", Phone = Phone, Door = "八号楼二单元" } }, Given.Anybody);
        var at = new MatterRef(receipt.Number);
        var city = await app.Given.Officer("city-lead");
        await app.Get<MatterTriage>().ClassifyAndDispatch(
            at, new ClassifyMatter(MatterKind.Promised, Given.Category, TestTown.Community, Urgent: false), await app.Given.Unit("city"), null, await app.Given.Officer("centre-lead"));
        await app.Get<MatterHandling>().Accept(at, null, city);
        await app.Get<MatterContact>().Look(receipt.Number, "上门前打电话给住户", city);
        await app.Get<MatterHandling>().Note(at, Note, true, city);
        await app.Get<MatterFeedback>().Add(at, words + "，请快一点", [], Given.ThePerson);
        await app.Get<MatterAnswers>().Answer(at, new AnswerMatter(MatterOutcome.Solved, "修好了。"), city);
        await app.Get<MatterAnswers>().Opened(receipt.Number, Given.ThePerson);
        await app.Get<MatterFeedback>().Verdict(at, MatterVerdict.Solved, null, Given.ThePerson);
        return receipt.Number;
    }

    internal static Task Ask(TestApp app, long number, ErasureScope scope, ErasureGround ground) =>
        app.Get<MatterErasure>().Ask(new MatterRef(number), scope, ground, Given.ThePerson);

    internal static async Task Approve(TestApp app, long number, ErasureScope scope, ErasureGround ground)
    {
        await Ask(app, number, scope, ground);
        await app.Get<MatterErasure>().Agree(new MatterRef(number), await app.Given.Officer("coordinator"));
        await app.Get<MatterErasure>().Agree(new MatterRef(number), await app.Given.Officer("supervisor"));
    }

    internal static async Task Erase(TestApp app, long number, ErasureScope scope, ErasureGround ground)
    {
        await Approve(app, number, scope, ground);
        Assert.True(await app.Get<EraseApproved>().Run(app.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken) > 0);
    }

    internal static async Task<string> LinkOf(TestApp app, long number)
    {
        await using var db = app.Read();
        Assert.True(await db.TrackingKeys.AnyAsync(k => k.Matter == number));
        var fields = await app.Journal.Write(Actor.System(), work => app.Get<ContactVault>().Look(work, number, "test", null));
        return "/r/" + fields["link"];
    }
}
