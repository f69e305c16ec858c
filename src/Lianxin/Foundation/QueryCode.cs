using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Foundation;

/// <summary>The six digits that, with the matter's number, open its tracking page. Every code is equally likely.</summary>
public readonly record struct QueryCode
{
    private const int Length = 6;
    private const uint Codes = 1_000_000;

    // The last, incomplete million of a 32-bit number would make low codes likelier: such draws are thrown away.
    private const uint Fair = uint.MaxValue / Codes * Codes;

    private readonly string? digits;

    private QueryCode(string digits) => this.digits = digits;

    /// <summary>The six digits.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("A query code is made or parsed, never left empty.");

    /// <summary>
    /// Takes the first fair draw of four bytes each; false when there is none (one in 4,440 a draw), then call again with fresh bytes.
    /// </summary>
    public static bool TryMake(ReadOnlySpan<byte> random, out QueryCode code)
    {
        for (var at = 0; at + sizeof(uint) <= random.Length; at += sizeof(uint))
        {
            var draw = BinaryPrimitives.ReadUInt32BigEndian(random[at..]);
            if (draw < Fair)
            {
                code = new QueryCode((draw % Codes).ToString("D6", CultureInfo.InvariantCulture));
                return true;
            }
        }

        code = default;
        return false;
    }

    /// <summary>Reads a code as people type it: spaces, dashes and full-width digits are fine.</summary>
    public static bool TryParse(string? typed, out QueryCode code)
    {
        var read = TypedDigits.Read(typed, Length);
        code = read is null ? default : new QueryCode(read);
        return read is not null;
    }

    /// <summary>Compares in a time that does not tell how many digits were right.</summary>
    public bool Matches(QueryCode other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digits), Encoding.ASCII.GetBytes(other.Digits));

    /// <summary>Never the code itself, so that no log can hold it.</summary>
    public override string ToString() => "******";
}
