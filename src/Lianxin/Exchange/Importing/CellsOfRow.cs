using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>The cells of one row by meaning, and the faults found in them so far.</summary>
internal sealed class CellsOfRow(ColumnMapping mapping, SheetRow row)
{
    private readonly List<RowFault> _faults = [];

    internal int Number => row.Number;

    internal IReadOnlyList<RowFault> Faults => _faults;

    internal void Fault(MatterColumn column, string code, int detail = 0) => _faults.Add(new RowFault(column, code, detail));

    internal bool IsWrong(params ReadOnlySpan<MatterColumn> columns)
    {
        foreach (var column in columns)
        {
            if (_faults.Exists(f => f.Column == column))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cell; null when no column has that meaning.</summary>
    internal SheetCell? Cell(MatterColumn column) => mapping.Columns.ContainsKey(column) ? mapping.Cell(row, column) : null;

    /// <summary>A short name in one line, without a look at its faults.</summary>
    internal string Text(MatterColumn column) => Cell(column) is { Kind: not CellKind.Fault } cell ? PlainText.Line(cell.Text, 200).Text : "";

    /// <summary>The cleaned words; too many, or a spreadsheet's error in their place, is a fault.</summary>
    internal string Words(MatterColumn column, int most, bool oneLine = false)
    {
        if (Cell(column) is not { } cell)
        {
            return "";
        }

        var clean = oneLine ? PlainText.Line(cell.Text, most) : PlainText.Clean(cell.Text, most);
        if (cell.Kind == CellKind.Fault)
        {
            Fault(column, RowFault.CellFault);
        }
        else if (cell.HasLostDigits)
        {
            Fault(column, RowFault.LostDigits);
        }
        else if (clean.IsTooLong)
        {
            Fault(column, RowFault.TooLong, most);
        }

        return clean.Text;
    }

    /// <summary>A number of a person: one line, its faults told.</summary>
    internal string Digits(MatterColumn column) => Words(column, 60, oneLine: true);
}
