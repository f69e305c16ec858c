using System.CommandLine;
using Lianxin.Web.Verbs;

// The default of two seconds would cut off requests and jobs that the server still lets finish.
return await VerbTable.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(45) });
