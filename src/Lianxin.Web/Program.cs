using Lianxin.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLook();

var app = builder.Build();
app.UseLook();
app.MapRazorPages();
await app.RunAsync();
