namespace Lianxin.Web.Controls;

/// <summary>The fields of the page in the order they were written, so that the error summary can follow it.</summary>
internal static class FieldOrder
{
    public static List<string> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is not List<string> order)
        {
            context.Items[typeof(FieldOrder)] = order = [];
        }
        return order;
    }
}
