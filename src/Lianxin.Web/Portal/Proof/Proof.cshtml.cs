using Lianxin.Database;
using Lianxin.Matters;
using Lianxin.Web.Hosting;

namespace Lianxin.Web.Portal;

/// <summary>The proof of the own matter: code and QR of the receipt, every entry held against the newest checkpoint while the page is made (LZ-23).</summary>
public sealed class ProofPage(TrackingDoor door, LianxinDatabase database, Rules rules, MatterTimeline timeline, PageWords words) : OwnMatterPage(door, database, rules)
{
    /// <summary>The proofs; null before anything was sealed.</summary>
    public OwnProof? Proof { get; private set; }

    /// <inheritdoc/>
    protected override async Task Load(LianxinDb db) => Proof = await OwnProofs.Read(db, timeline, Book, Number, words.Culture);

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        // Everything was loaded before.
    }
}
