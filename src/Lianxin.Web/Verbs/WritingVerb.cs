using System.Globalization;
using Lianxin.Texts;

namespace Lianxin.Web.Verbs;

/// <summary>
/// A verb that writes. It runs in the process that may write: the one the command was given in, or the server that holds the data folder.
/// It knows the caller only by the call, never by this process's folder, variables or terminal.
/// </summary>
public interface IWritingVerb
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Does the work; 0 means done, 1 that a rule or a fault prevented it, 2 that the call makes no sense.</summary>
    Task<int> Run(VerbCall call, IServiceProvider services);
}

/// <summary>One call of a writing verb: its checked arguments, the caller's folder and language, where output goes, and when to stop.</summary>
public sealed record VerbCall(
    IReadOnlyList<string> Arguments, string Folder, CultureInfo Language, TextWriter Out, TextWriter Error, CancellationToken Stop)
{
    /// <summary>A text in the caller's language.</summary>
    public string Say(string key, params object[] arguments) => Words.Get(key, Language, arguments);

    /// <summary>The absolute path of a file the caller named.</summary>
    public string FileAt(string argument) => Path.GetFullPath(argument, Folder);
}

/// <summary>What a verb gives back to the shell.</summary>
public static class VerbExit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A rule or a fault prevented it; it was said on the error stream.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments or settings.</summary>
    public const int Wrong = 2;

    /// <summary>Stopped by the caller, as shells say it.</summary>
    public const int Stopped = 130;
}
