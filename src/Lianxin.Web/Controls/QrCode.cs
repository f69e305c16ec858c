using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Lianxin.Web.Controls;

/// <summary>An address as a QR code of one path, black on white in every theme.</summary>
[HtmlTargetElement("lx-qr-code", Attributes = "address,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCode : TagHelper
{
    /// <summary>What the code opens.</summary>
    public string Address { get; set; } = "";

    /// <summary>What a screen reader says for it.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Address, Label));
    }

    internal static TagBuilder Draw(string address, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < code.ModuleMatrix.Count; column++)
            {
                if (code.ModuleMatrix[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }
        return Markup.Tag("svg", "lx-qr", ("viewBox", $"0 0 {size} {size}"), ("role", "img"), ("aria-label", label), ("shape-rendering", "crispEdges"))
            .With(new HtmlString($"<path d=\"{path}\"/>"));
    }
}
