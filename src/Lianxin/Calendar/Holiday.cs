namespace Lianxin.Calendar;

/// <summary>Why a day is off, as the yearly notices name it. Its name for people is the text <c>date.holiday.CODE</c>.</summary>
public enum Holiday
{
    /// <summary>元旦.</summary>
    NewYear,

    /// <summary>春节.</summary>
    SpringFestival,

    /// <summary>清明节.</summary>
    Qingming,

    /// <summary>劳动节.</summary>
    Labour,

    /// <summary>端午节.</summary>
    DragonBoat,

    /// <summary>中秋节.</summary>
    MidAutumn,

    /// <summary>国庆节.</summary>
    NationalDay,

    /// <summary>A day given off once, for an occasion of its own.</summary>
    Special,
}
