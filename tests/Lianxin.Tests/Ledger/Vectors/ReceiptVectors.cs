using System.Text;
using System.Text.Json.Nodes;
using Lianxin.Ledger;

namespace Lianxin.Tests.Ledger.Vectors;

/// <summary>The receipts: some that are right, many that are broken in one way each.</summary>
public static class ReceiptVectors
{
    public static IEnumerable<ReceiptCase> Cases() =>
        [.. GoodReceipts.Cases(), .. BrokenFiles.Cases(), .. BrokenContent.Cases(), .. BrokenTrust.Cases(), .. BrokenHistory.Cases()];

    public static JsonObject Make()
    {
        var all = new JsonArray();
        foreach (var one in Cases())
        {
            var made = new JsonObject { ["name"] = one.Name };
            made.Put("receipt", one.Receipt);
            if (one.Policy != FixedLog.Policy())
            {
                made["policy"] = one.Policy;
            }

            made.Put("newer", one.Newer);
            if (one.KeyCode is not null)
            {
                made["key_code"] = one.KeyCode;
            }

            made["due"] = one.Due.Name();
            made["report"] = Report(one);
            all.Add(made);
        }

        return new JsonObject { ["usual_policy"] = FixedLog.Policy(), ["receipts"] = all };
    }

    public static string Report(ReceiptCase one)
    {
        var json = new CanonicalJson();
        ReceiptCheck.Of(one.Question).Write(json);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
