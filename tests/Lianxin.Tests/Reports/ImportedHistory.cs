using Lianxin.Foundation;
using Lianxin.Matters;
using Lianxin.Tests.Support;

namespace Lianxin.Tests.Reports;

/// <summary>Two messages of spring 2020: one answered there after five days, one never.</summary>
internal sealed class ImportedHistory(TestApp app)
{
    private readonly Guid _import = Guid.CreateVersion7();

    /// <summary>Their numbers here: the answered one, the open one.</summary>
    public IReadOnlyList<long> Numbers { get; private set; } = [];

    public async Task Add()
    {
        var imports = app.Get<MatterImports>();
        ImportMatter Row(string source, DateTime arrived, DateTime? replied) => new()
        {
            Key = imports.KeyOf("magistrate-mailbox", source),
            Channel = "magistrate-mailbox",
            Title = "楼道堆物",
            Body = "楼道里堆满了东西。",
            SourceNumber = source,
            ArrivedAt = arrived,
            Reply = replied is null ? null : "已经清理。",
            RepliedAt = replied,
        };
        var owner = new ImportOwner(await app.Given.Unit("centre"), null);
        var rows = await imports.Add(
            _import, [Row("2020-17", At(2020, 3, 2), At(2020, 3, 9)), Row("2020-18", At(2020, 3, 2), null)], owner, Actor.System());
        Numbers = [.. rows.Numbers.OfType<long>()];
    }

    public Task Undo() => app.Get<MatterImports>().Undo(_import, 0, 50, Actor.System());

    /// <summary>Ten in the morning of that day.</summary>
    public static DateTime At(int year, int month, int day) => ShanghaiTime.ToUtc(new DateTime(year, month, day, 10, 0, 0, DateTimeKind.Unspecified));
}
