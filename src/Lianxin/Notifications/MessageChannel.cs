namespace Lianxin.Notifications;

/// <summary>What the gateway is given: the message's own id, the matter's number, where to and the words.</summary>
public sealed record OutMessage(Guid Id, string Matter, string To, string Language, string Text);

/// <summary>
/// Hands messages to whoever carries them, in two steps, so that each goes out exactly once: a message is staged durably, then let go
/// by one atomic step that leaves a trace of itself.
/// </summary>
public interface IMessageChannel
{
    /// <summary>Writes the message where nobody takes it yet; returns when it is on the disk. Staging again replaces it.</summary>
    Task Stage(OutMessage message);

    /// <summary>Lets staged messages go. One that was let go before is left alone.</summary>
    void Release(IReadOnlyList<Guid> messages);

    /// <summary>The messages the carrier gave back as not delivered.</summary>
    IReadOnlyList<Guid> GivenBack();

    /// <summary>A message that was given back has been seen to.</summary>
    void Forget(Guid message);

    /// <summary>Takes the message away wherever it still lies: its person's data was erased.</summary>
    void Erase(Guid message);
}

/// <summary>Carries nothing: for a demo town while it is built, whose past messages nobody reads.</summary>
public sealed class NoMessages : IMessageChannel
{
    /// <inheritdoc/>
    public Task Stage(OutMessage message) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Release(IReadOnlyList<Guid> messages)
    {
        // Nothing was staged.
    }

    /// <inheritdoc/>
    public IReadOnlyList<Guid> GivenBack() => [];

    /// <inheritdoc/>
    public void Forget(Guid message)
    {
        // Nothing was given back.
    }

    /// <inheritdoc/>
    public void Erase(Guid message)
    {
        // Nothing lies anywhere.
    }
}
