using Lianxin.Ledger;
using Lianxin.Texts;
using Lianxin.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lianxin.Web.Controls;

/// <summary>The slip a resident keeps: number in 4-4-4, stamp, what is inside (a list of answers, buttons), and a QR code of its address.</summary>
[HtmlTargetElement("lx-receipt", Attributes = "number")]
public sealed class Receipt(PageWords words) : TagHelper
{
    /// <summary>The matter's twelve digits.</summary>
    public string Number { get; set; } = "";

    /// <summary>The words of the stamp, or null for none.</summary>
    public string? Stamp { get; set; }

    /// <summary>The address the QR code opens, or null for none.</summary>
    public string? Address { get; set; }

    /// <summary>The finished receipt, drawn below the tracking code so that the first code met is the one to scan; null for none.</summary>
    public ReceiptQr? Proof { get; set; }

    /// <summary>True to unfold the finished receipt on screen only when asked; paper always shows it.</summary>
    public bool Folded { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lx-receipt");
        output.Attributes.SetAttribute("aria-label", words["receipt.title"]);
        if (Stamp is not null)
        {
            output.Content.AppendHtml(Controls.Stamp.Of(Stamp));
        }
        output.Content.AppendHtml(Markup.Tag("p", "lx-receipt-title").With(words["receipt.title"]));
        output.Content.AppendHtml(Markup.Tag("p", "lx-receipt-number").With(Markup.Unseen(words["receipt.number"]), Words.Number(Number)));
        output.Content.AppendHtml(content);
        if (Address is not null)
        {
            output.Content.AppendHtml(Markup.Tag("div", "lx-receipt-code").With(
                QrCode.Draw(Address, words["receipt.qr"]), Markup.Tag("p", "lx-hint").With(words["receipt.qr"])));
        }
        if (Proof is not null && Folded)
        {
            output.Content.AppendHtml(Markup.Tag("details", "lx-more lx-qr-fold").With(Markup.Tag("summary").With(words["receipt.proof"])));
        }
        if (Proof is not null)
        {
            var label = words["receipt.proof_label"];
            output.Content.AppendHtml(Markup.Tag("div", "lx-receipt-code", ("data-receipt-qr", Proof.ToString())).With(
                QrCode.Draw(Proof.ToString(), label), Markup.Tag("p", "lx-hint").With(Markup.Tag("b").With(label), " ", words["receipt.proof_hint"])));
        }
    }
}
