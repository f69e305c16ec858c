using Lianxin.Database;

namespace Lianxin.Tests.Foundation;

/// <summary>One question for all who ask at the same time.</summary>
public sealed class SharedQuestionTests
{
    private readonly List<TaskCompletionSource<int>> _asked = [];

    private SharedQuestion<int> Question() => new(() =>
    {
        _asked.Add(new TaskCompletionSource<int>());
        return _asked[^1].Task;
    });

    [Fact]
    public async Task Who_asks_while_a_question_runs_shares_the_next_and_never_gets_the_older_answer()
    {
        var question = Question();
        var first = question.Ask();
        var (second, third) = (question.Ask(), question.Ask());
        Assert.Single(_asked);
        _asked[0].SetResult(1);
        Assert.Equal(1, await first);
        Assert.Equal(2, _asked.Count);
        Assert.False(second.IsCompleted);
        _asked[1].SetResult(2);
        Assert.Equal((2, 2), (await second, await third));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_fault_is_told_to_those_who_waited_for_it_and_the_next_ask_anew()
    {
        var question = Question();
        var failing = question.Ask();
        _asked[0].SetException(new IOException("away"));
        await Assert.ThrowsAsync<IOException>(() => failing);
        var again = question.Ask();
        _asked[1].SetResult(7);
        Assert.Equal(7, await again);
    }
}
