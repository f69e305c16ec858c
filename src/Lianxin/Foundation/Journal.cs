using Lianxin.Database;

namespace Lianxin.Foundation;

/// <summary>Hears of one kind of fact inside the same save. It may add rows and facts, never send anything.</summary>
public interface IListen
{
    /// <summary>The kind of fact it hears of; of its sub-types too.</summary>
    Type Hears { get; }

    /// <summary>Runs in the operation that saved the fact.</summary>
    Task Hear(Fact fact, Stamp stamp, Work work);
}

/// <summary>A listener for one type of fact.</summary>
public abstract class Listener<TFact> : IListen
    where TFact : Fact
{
    /// <inheritdoc/>
    public Type Hears => typeof(TFact);

    /// <summary>Runs in the operation that saved the fact.</summary>
    public abstract Task Hear(TFact fact, Stamp stamp, Work work);

    Task IListen.Hear(Fact fact, Stamp stamp, Work work) => Hear((TFact)fact, stamp, work);
}

/// <summary>Where desks write: it runs an operation inside the writer and records its facts. There is no other way to change anything.</summary>
public sealed class Journal(Writer writer, FactCatalogue catalogue, IEnumerable<IListen> listeners)
{
    private readonly IListen[] _listeners = [.. listeners];

    /// <summary>All fact types of this build.</summary>
    public FactCatalogue Catalogue { get; } = catalogue;

    /// <summary>Runs the operation; its rows, facts and numbers stand or fall as one.</summary>
    public Task<T> Write<T>(Actor actor, Func<Work, Task<T>> operation) =>
        writer.Write(scope => operation(new Work(scope, this, actor)));

    /// <summary>Runs an operation that gives nothing back.</summary>
    public Task Write(Actor actor, Func<Work, Task> operation) => Write(actor, async work =>
    {
        await operation(work);
        return true;
    });

    /// <summary>For work that can wait, between its operations: people go first, for at most that long.</summary>
    public Task Rest(TimeSpan most, CancellationToken stop) => writer.Rest(most, stop);

    internal async Task Tell(Fact fact, Stamp stamp, Work work)
    {
        foreach (var listener in _listeners)
        {
            if (listener.Hears.IsInstanceOfType(fact))
            {
                await listener.Hear(fact, stamp, work);
            }
        }
    }
}
