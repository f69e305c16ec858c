using System.Text;

namespace Lianxin.Ledger;

/// <summary>
/// 80 bits of a hash as people read them out: 16 symbols of Crockford's base 32 and one to check them, in groups of four. The check
/// is a weighted sum in GF(32), so one wrong symbol and any two exchanged ones are always noticed, and it needs no extra symbols.
/// </summary>
public readonly record struct SpokenCode
{
    /// <summary>Crockford's alphabet: no I, L, O and U.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Symbols = 16;
    private const int BitsOfSymbol = 5;

    /// <summary>x⁵ + x² + 1, whose root runs through all 31 elements.</summary>
    private const int Polynomial = 0b100101;

    private readonly string? _symbols;

    private SpokenCode(string symbols) => _symbols = symbols;

    /// <summary>The 17 symbols without separators.</summary>
    public string Symbols17 => _symbols ?? throw new InvalidOperationException("A code is made or parsed, never left empty.");

    /// <summary>The code of a hash: its first ten bytes.</summary>
    public static SpokenCode Of(ReadOnlySpan<byte> hash)
    {
        var values = new int[Symbols];
        for (var bit = 0; bit < Symbols * BitsOfSymbol; bit++)
        {
            values[bit / BitsOfSymbol] = (values[bit / BitsOfSymbol] << 1) | ((hash[bit / 8] >> (7 - (bit % 8))) & 1);
        }

        return new SpokenCode(string.Concat(values.Append(Check(values)).Select(value => Alphabet[value])));
    }

    /// <summary>
    /// Reads a code as typed or heard: small letters, full-width letters, spaces and dashes are fine, O is 0, I and L are 1. False
    /// when a symbol is none or the check does not hold.
    /// </summary>
    public static bool TryParse(string? typed, out SpokenCode code)
    {
        code = default;
        var values = new List<int>();
        foreach (var symbol in (typed ?? "").EnumerateRunes())
        {
            // Full-width forms U+FF01–U+FF5E stand at a fixed distance from ASCII.
            var plain = symbol.Value is >= 0xFF01 and <= 0xFF5E ? symbol.Value - 0xFEE0 : symbol.Value;
            if (plain is ' ' or '-' or '\t' or '\n' or '\r' or 0x3000 or 0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2212)
            {
                continue;
            }

            var value = plain > 'z' ? -1 : ValueOf((char)plain);
            if (value < 0 || values.Count > Symbols)
            {
                return false;
            }

            values.Add(value);
        }

        if (values.Count != Symbols + 1 || Check(values[..Symbols]) != values[Symbols])
        {
            return false;
        }

        code = new SpokenCode(string.Concat(values.Select(value => Alphabet[value])));
        return true;
    }

    /// <summary>True when the code is that of the hash.</summary>
    public bool IsOf(ReadOnlySpan<byte> hash) => this == Of(hash);

    /// <summary>The code in groups of four: <c>XXXX-XXXX-XXXX-XXXX-X</c>.</summary>
    public override string ToString() => string.Join('-', Symbols17.Chunk(4).Select(group => new string(group)));

    private static int ValueOf(char symbol) => char.ToUpperInvariant(symbol) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var upper => Alphabet.IndexOf(upper, StringComparison.Ordinal),
    };

    /// <summary>The sum of the symbols, each times a power of x of its own, closed by a symbol of weight one.</summary>
    private static int Check(IReadOnlyList<int> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum = Double(sum) ^ value;
        }

        return Double(sum);
    }

    private static int Double(int value) => (value << 1) >= 32 ? (value << 1) ^ Polynomial : value << 1;
}
