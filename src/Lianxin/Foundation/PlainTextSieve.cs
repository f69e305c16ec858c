using System.Globalization;
using System.Text;

namespace Lianxin.Foundation;

/// <summary>Takes one text, rune by rune, and keeps what may be stored; remembers what it dropped.</summary>
internal sealed class PlainTextSieve(bool oneLine)
{
    // Vietnamese and Tibetan stack three or four; more only serves to paint over other lines.
    private const int MarksInARow = 8;

    private readonly StringBuilder kept = new();
    private int marks;

    public Removed Removed { get; private set; }

    public string Pass(string typed)
    {
        kept.Clear();
        marks = 0;
        var at = 0;
        while (at < typed.Length)
        {
            if (!Rune.TryGetRuneAt(typed, at, out var rune))
            {
                Removed |= Removed.Broken;
                at++;
                continue;
            }

            at += rune.Utf16SequenceLength;
            var followedByLineFeed = rune.Value == '\r' && at < typed.Length && typed[at] == '\n';
            if (!followedByLineFeed)
            {
                Take(rune);
            }
        }

        return kept.ToString();
    }

    private void Take(Rune rune)
    {
        if (IsLineBreak(rune))
        {
            Keep(oneLine ? ' ' : '\n');
        }
        else if (rune.Value == '\t')
        {
            Keep(oneLine ? ' ' : '\t');
        }
        else if (ReasonToDrop(rune) is var reason && reason != Removed.None)
        {
            Removed |= reason;
        }
        else if (!Extends(rune))
        {
            marks = 0;
            kept.Append(rune.ToString());
        }
        else if (marks++ < MarksInARow)
        {
            kept.Append(rune.ToString());
        }
        else
        {
            Removed |= Removed.ExtraMarks;
        }
    }

    private void Keep(char character)
    {
        marks = 0;
        kept.Append(character);
    }

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    private static Removed ReasonToDrop(Rune rune) => rune.Value switch
    {
        0xFFFD => Removed.Broken,
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => Removed.Direction,
        0x00AD or 0x034F or 0x200B or (>= 0x2060 and <= 0x2065) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) => Removed.Invisible,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 => Removed.Invisible,
        >= 0xE0000 and <= 0xE00FF => Removed.Invisible,
        >= 0xFDD0 and <= 0xFDEF => Removed.Broken,
        var value when (value & 0xFFFE) == 0xFFFE => Removed.Broken,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? Removed.Controls : Removed.None,
    };

    private static bool Extends(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
