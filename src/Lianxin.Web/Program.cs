using Lianxin.Web.Verbs;

return await VerbTable.Root().Parse(args).InvokeAsync();
