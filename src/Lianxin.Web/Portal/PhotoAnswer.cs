using Microsoft.AspNetCore.Mvc;

namespace Lianxin.Web.Portal;

/// <summary>A photo as an answer: kept by nobody on the way, and by its disposition no document of its own even when it is opened alone (<see cref="Hosting.PageHeaders.InertPolicy"/>).</summary>
internal static class PhotoAnswer
{
    internal static FileContentResult Of(HttpResponse response, byte[] bytes, string mediaType)
    {
        response.Headers.ContentDisposition = mediaType == "image/png" ? "inline; filename=photo.png" : "inline; filename=photo.jpg";
        response.Headers.CacheControl = "private, no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        return new FileContentResult(bytes, mediaType is "image/png" or "image/jpeg" ? mediaType : "application/octet-stream");
    }
}
