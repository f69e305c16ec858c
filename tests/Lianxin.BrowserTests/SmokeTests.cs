namespace Lianxin.BrowserTests;
public sealed class SmokeTests { [Fact] public void The_suite_runs() => Assert.True(typeof(SmokeTests).IsSealed); }
