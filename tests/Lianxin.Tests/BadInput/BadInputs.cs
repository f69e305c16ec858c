using System.Text;

namespace Lianxin.Tests.BadInput;

/// <summary>One way to send a form wrongly: what happens to its text fields, its other fields, or the whole request.</summary>
internal sealed record BadInput(string Name, Func<Sent, HttpContent> Content)
{
    /// <summary>What every text field holds; null when the request as a whole is the matter.</summary>
    internal string? Typed { get; private init; }

    /// <summary>True when a refused page must hold it again letter by letter; characters no page can hold are excepted.</summary>
    internal bool Keeps { get; private init; } = true;

    /// <summary>True when it may never be taken.</summary>
    internal bool MustRefuse { get; private init; }

    internal static IReadOnlyList<BadInput> All { get; } =
    [
        .. Broken(),
        Text("oversized", new string('长', 60_000)),
        Text("nul", "前\0后") with { Keeps = false },
        Text("lone surrogate", "\uD800") with { Keeps = false },
        Text("controls", "前\u0001\u0008\u001B[31m后\u007F\u0085") with { Keeps = false },
        Text("direction", "前\u202E倒\u2066着\u200F") with { Keeps = false },
        Text("html", "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"),
        Text("formula", "=HYPERLINK(\"http://example.invalid\",1+1)"),
        Text("rare", "𠮷𬱖㐂\uE000龘𰻝𱁬"),
        Text("template", "{{7*7}}${7*7}%s%n{0}../../etc/passwd"),
        Text("ambiguous date", "03/04/05"),
        Text("huge number", "99999999999999999999999999"),
        Text("negative", "-1"),
        Text("marks", "a" + new string('\u0301', 3_000)) with { Keeps = false },
        Text("blank", "\u3000 \t "),
        Hidden("hidden wrong type", "not-a-number"),
        Hidden("hidden html", "\"><script>alert(1)</script>"),
        Hidden("hidden stale", "0"),
        new("repeated fields", sent => Form(sent.Fields.Concat(sent.Fields.Where(f => f.Key != "_form")))),
        new("missing fields", sent => Form(sent.Fields.Where(f => f.Key is "_form"))),
        new("unknown fields", sent => Form(sent.Fields.Append(new("Roles[0]", "system_admin")).Append(new("Actor.Id", "1")).Append(new("__proto__", "x")))),
    ];

    private static IEnumerable<BadInput> Broken() =>
    [
        Refused("broken token", sent => Form(sent.Fields.Select(f => f.Key == "_form" ? new(f.Key, f.Value[..^4] + "AAAA") : f))),
        Refused("no token", sent => Form(sent.Fields.Where(f => f.Key != "_form"))),
        Refused("json", sent => new StringContent("{\"Name\":1}", Encoding.UTF8, "application/json")),
        Refused("plain text", sent => new StringContent("Name=x", Encoding.UTF8, "text/plain")),
        Refused("truncated multipart", _ => Raw("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nhalf")),
        Refused("multipart without boundary", _ => Raw("multipart/form-data", "--b\r\n")),
        Refused("empty", _ => Raw("application/x-www-form-urlencoded", "")),
        new("long field name", sent => Form(sent.Fields.Append(new(new string('n', 40_000), "x")))),
        Refused("ten thousand fields", sent => Form(sent.Fields.Concat(Enumerable.Range(0, 10_000).Select(i => new KeyValuePair<string, string>($"f{i}", "x"))))),
        Refused("deep names", sent => Form(sent.Fields.Concat(Enumerable.Range(0, 2_000).Select(i => new KeyValuePair<string, string>("a[0].b." + i, "x"))))),
    ];

    private static BadInput Text(string name, string value) => new(name, sent => Form(sent.Fields.Select(f => sent.Texts.Contains(f.Key) ? new(f.Key, value) : f))) { Typed = value };

    private static BadInput Hidden(string name, string value) =>
        new(name, sent => Form(sent.Fields.Select(f => f.Key == "_form" || sent.Texts.Contains(f.Key) ? f : new(f.Key, value))));

    private static BadInput Refused(string name, Func<Sent, HttpContent> content) => new(name, content) { MustRefuse = true };

    private static StringContent Raw(string type, string body)
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    // Percent-encoded by hand: half a surrogate pair is three bytes that no encoder of the framework writes.
    private static StringContent Form(IEnumerable<KeyValuePair<string, string>> fields) =>
        Raw("application/x-www-form-urlencoded", string.Join('&', fields.Select(f => Uri.EscapeDataString(f.Key) + "=" + Escape(f.Value))));

    private static string Escape(string value) => value == "\uD800" ? "%ED%A0%80" : Uri.EscapeDataString(value);
}

/// <summary>A form as a person would send it: all its fields, and which of them are typed by hand.</summary>
internal sealed record Sent(IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlySet<string> Texts);
