using System.Text.Json;
using System.Text.Json.Nodes;
using Lianxin.Ledger;
using Lianxin.Tests.Ledger.Vectors;

namespace Lianxin.Tests.Ledger;

/// <summary>The vectors in tests/vectors/ledger: made here, and answered alike by this code and by tools/verify-receipt.py.</summary>
public sealed class LedgerVectorTests
{
    public static TheoryData<string> Files => [.. Made.Keys];

    private static readonly Dictionary<string, Func<JsonObject>> Made = new()
    {
        ["tree"] = TreeVectors.Make,
        ["codes"] = CodeVectors.Make,
        ["entries"] = CanonicalVectors.Make,
        ["receipts"] = ReceiptVectors.Make,
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_vectors_in_the_repository_are_those_this_code_makes(string name) => VectorFile.IsFresh(name, Made[name]());

    [Fact]
    [Trait("row", "LZ-23")]
    public void Every_receipt_gets_the_answer_that_is_due()
    {
        var wrong = ReceiptVectors.Cases().Select(one => (one, ReceiptCheck.Of(one.Question).Result)).Where(told => told.Result != told.one.Due);
        Assert.Equal([], wrong.Select(told => $"{told.one.Name}: due {told.one.Due}, told {told.Result}"));
    }

    [Fact]
    public void Every_result_but_none_other_has_a_vector_and_thirty_receipts_are_broken()
    {
        var due = ReceiptVectors.Cases().Select(one => one.Due).ToList();
        Assert.Equal(Enum.GetValues<ReceiptResult>(), due.Distinct().Order());
        Assert.True(due.Count(result => result.Exit() == 1) >= 30);
        Assert.Equal(ReceiptVectors.Cases().Count(), ReceiptVectors.Cases().Select(one => one.Name).Distinct().Count());
    }

    [Fact]
    public void Entries_are_told_from_what_nearly_is_one()
    {
        var wrong = CanonicalVectors.Cases().Where(one => IsEntry(one.Bytes) != one.IsEntry);
        Assert.Equal([], wrong.Select(one => one.Name));
    }

    [Fact]
    public async Task The_script_with_nothing_but_Python_and_openssl_agrees_on_every_vector()
    {
        var said = JsonNode.Parse(await VectorFile.SaidByPython())!.AsObject();
        Assert.Equal(Made.Keys.Order(), said.Select(file => file.Key).Order());
        foreach (var (file, disagreements) in said)
        {
            Assert.True(disagreements!["checked"]!.GetValue<int>() > 10, file);
            Assert.Equal("[]", disagreements["disagree"]!.ToJsonString());
        }
    }

    private static bool IsEntry(byte[] bytes)
    {
        try
        {
            return EntryReader.Read(bytes) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
