using Lianxin.Foundation;
using Lianxin.Matters;

namespace Lianxin.Web.Hosting;

/// <summary>A matter's personal data was erased: officers' unsent forms about it go too.</summary>
public sealed class WhenDataErasedForms : Listener<PiiErased>
{
    /// <inheritdoc/>
    public override async Task Hear(PiiErased fact, Stamp stamp, Work work)
    {
        var digits = new MatterNumber(stamp.Matter!.Value).Digits;
        await work.Remove((await work.Db()).Set<KeptForm>().Where(k => k.Path.Contains(digits)));
    }
}
