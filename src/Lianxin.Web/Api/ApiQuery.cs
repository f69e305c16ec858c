namespace Lianxin.Web.Api;

/// <summary>Reads the query of an address as strictly as a body: known parameters only, each once.</summary>
internal static class ApiQuery
{
    internal static ApiInput Read(HttpRequest request, ApiFields fields)
    {
        var input = new ApiInput();
        foreach (var (name, values) in request.Query)
        {
            var field = fields.Named(name) ?? throw ApiProblemException.Query(name, "query.unknown", ApiProblemException.Shown(name));
            if (values is not [{ } text])
            {
                throw ApiProblemException.Query(name, "query.repeated", name);
            }

            input.Set(name, ApiReader.Typed(text, field) ?? throw Wrong(field));
        }

        var missing = fields.All.FirstOrDefault(f => f.Required && !request.Query.ContainsKey(f.Name));
        return missing is null ? input : throw ApiProblemException.Query(missing.Name, "field.missing", missing.Name);
    }

    private static ApiProblemException Wrong(ApiField field) => field switch
    {
        { OneOf: { } allowed } => ApiProblemException.Query(field.Name, "field.not_allowed", field.Name, string.Join(", ", allowed)),
        { Type: ApiType.Whole } => ApiProblemException.Query(field.Name, "field.out_of_range", field.Name, field.Least, field.Most),
        _ => ApiProblemException.Query(field.Name, ApiReader.CodeOf(field.Type), field.Name),
    };
}
