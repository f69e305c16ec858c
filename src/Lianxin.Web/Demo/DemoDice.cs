namespace Lianxin.Web.Demo;

/// <summary>Dice of a demo town: the same throws for the same seed and lane, on every machine.</summary>
internal sealed class DemoDice(long seed, long lane) : Random(Mix(seed, lane))
{
    /// <summary>True in that many of a hundred throws.</summary>
    public bool Chance(double percent) => NextDouble() * 100 < percent;

    /// <summary>A whole number from one to the other, both included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    /// <summary>One of the choices.</summary>
    public T Any<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>One of the choices, by weight.</summary>
    public T Any<T>(IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var at = NextDouble() * choices.Sum(weight);
        foreach (var choice in choices)
        {
            at -= weight(choice);
            if (at < 0)
            {
                return choice;
            }
        }

        return choices[^1];
    }

    // SplitMix64: neighbouring lanes must not give neighbouring throws.
    private static int Mix(long seed, long lane)
    {
        var z = unchecked((ulong)seed + ((ulong)lane * 0x9E3779B97F4A7C15UL) + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (int)((z ^ (z >> 31)) & 0x7FFFFFFF);
    }
}
