using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Web.Verbs;

/// <summary>What the caller sends, one JSON object a line: first the call, later perhaps the wish to stop.</summary>
internal sealed record CallLine(string? Verb = null, IReadOnlyList<string>? Arguments = null, string? Folder = null, string? Language = null, bool Stop = false);

/// <summary>What the server answers, one JSON object a line: output as it comes, at last the exit code.</summary>
internal sealed record AnswerLine(string? Out = null, string? Error = null, int? Exit = null);

/// <summary>One end of the socket between a verb and its server. Lines are written whole, whoever writes.</summary>
internal sealed class VerbWire(Stream stream) : IDisposable
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StreamReader _reader = new(stream, Encoding);
    private readonly StreamWriter _writer = new(stream, Encoding) { AutoFlush = true, NewLine = "\n" };
    private readonly Lock _turn = new();

    internal void Send<T>(T line)
    {
        var text = JsonSerializer.Serialize(line, Form);
        lock (_turn)
        {
            _writer.WriteLine(text);
        }
    }

    /// <summary>The next line; null when the other end is gone.</summary>
    internal async Task<T?> Next<T>(CancellationToken stop = default)
        where T : class =>
        await _reader.ReadLineAsync(stop) is { } line ? JsonSerializer.Deserialize<T>(line, Form) : null;

    public void Dispose() => stream.Dispose();
}

/// <summary>A text stream whose every write goes to the caller at once. When the caller is gone it says so and swallows the rest.</summary>
internal sealed class WireText(VerbWire wire, Func<string, AnswerLine> line, Action gone) : TextWriter
{
    private volatile bool _gone;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Write(string? value)
    {
        if (_gone || string.IsNullOrEmpty(value))
        {
            return;
        }

        try
        {
            wire.Send(line(value));
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            _gone = true;
            gone();
        }
    }
}
