namespace Lianxin.Web.Hosting;

/// <summary>How large the pages are set: standard, the senior mode of the national ageing rules, or its largest step.</summary>
public enum ReadingMode
{
    /// <summary>Body 17 px, targets 48 px.</summary>
    Standard,

    /// <summary>Body 24 px (22 px on phones), targets 60 px.</summary>
    Senior,

    /// <summary>Body 30 px, targets 68 px.</summary>
    Largest,
}
