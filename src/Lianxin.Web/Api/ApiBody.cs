using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lianxin.Web.Api;

/// <summary>Takes and gives bodies: JSON of a bounded size in, JSON with its length out.</summary>
internal static class ApiBody
{
    /// <summary>Bytes of a body without photos at most.</summary>
    internal const int Most = 64 * 1024;

    /// <summary>Bytes of a body with photos at most.</summary>
    internal const int MostWithPhotos = 28 * 1024 * 1024;

    internal const string Json = "application/json; charset=utf-8";

    /// <summary>The body's bytes; refused before reading when it says it is too large or no JSON.</summary>
    internal static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, int most)
    {
        if (!IsJson(request.ContentType))
        {
            request.HttpContext.Response.Headers["Accept-Post"] = "application/json";
            throw new ApiProblemException(415, "body.wrong_type");
        }

        if (request.ContentLength > most)
        {
            throw new ApiProblemException(413, "body.too_large", most);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > most)
            {
                throw new ApiProblemException(413, "body.too_large", most);
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    internal static Task Write<T>(HttpContext context, T body, JsonTypeInfo<T> form, string type = Json) =>
        Write(context, JsonSerializer.SerializeToUtf8Bytes(body, form), type);

    internal static Task Write(HttpContext context, ReadOnlyMemory<byte> bytes, string type = Json)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes).AsTask();
    }

    // Only JSON, and only in UTF-8: RFC 8259 knows no other.
    private static bool IsJson(string? type) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!parsed.Charset.HasValue || parsed.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
