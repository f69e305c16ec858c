using Lianxin.Tests.Support;

namespace Lianxin.Tests.BadInput;

/// <summary>Every line of bad-inputs.jsonl, sent over HTTP, gets the answer that stands beside it. What breaks the protocol itself is in RawRequestTests.</summary>
public sealed class ListedInputTests(ListedInputTests.Sending sending) : IClassFixture<ListedInputTests.Sending>
{
    private const int Least = 240;

    public static TheoryData<string> Lines => [.. ListedInput.All.Select(i => i.Id)];

    [Theory, MemberData(nameof(Lines))]
    public async Task A_bad_input_gets_the_answer_that_is_listed(string id)
    {
        var input = ListedInput.All.Single(i => i.Id == id);
        foreach (var (status, text) in await sending.Sender.Send(input))
        {
            Assert.True(input.Allows(status), $"{id} {input.What}: {status} and not {input.Expect}");
            TellsNothing(text, $"{id} {input.What}");
        }
    }

    [Fact]
    public void The_list_is_long_has_every_category_and_names_each_input_once()
    {
        Assert.True(ListedInput.All.Count >= Least);
        Assert.Equal(ListedInput.All.Count, ListedInput.All.Select(i => i.Id).Distinct().Count());
        string[] categories = ["text", "number", "date", "file", "image", "sheet", "xml", "json", "header", "method", "path", "parallel", "mail"];
        Assert.Equal(categories.Order(), ListedInput.All.Select(i => i.Category).Distinct().Order());
    }

    internal static void TellsNothing(string text, string what)
    {
        Assert.False(text.Contains("   at Lianxin.", StringComparison.Ordinal) || text.Contains("   at System.", StringComparison.Ordinal) || text.Contains("Exception:", StringComparison.Ordinal), $"{what}: tells about the inside");
        Assert.False(text.Contains("<script>alert(1)", StringComparison.Ordinal) || text.Contains("<img src=x", StringComparison.Ordinal), $"{what}: is not escaped");
        Assert.False(text.Contains("root:x:0", StringComparison.Ordinal), $"{what}: reads a file");
    }

    /// <summary>One town and one key for all lines.</summary>
    public sealed class Sending : IAsyncLifetime
    {
        private TestApp _app = null!;

        internal InputSender Sender { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _app = await TestApp.Start();
            Sender = await InputSender.For(_app);
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
