var app = WebApplication.Create(args);
app.MapGet("/healthz", () => "ok");
await app.RunAsync();
