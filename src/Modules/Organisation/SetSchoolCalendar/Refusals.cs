using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record SchoolYearEndsBeforeItBegins() : Refusal("SchoolYearEndsBeforeItBegins", "LastDay");

public sealed record SchoolBreakOutsideYear(string Name) : Refusal("SchoolBreakOutsideYear", "Breaks")
{
    public override object?[] Arguments => [Name];
}

/// <summary>A school year begins in the autumn and ends in the next spring.</summary>
public sealed record SchoolYearNotOverNewYear() : Refusal("SchoolYearNotOverNewYear", "LastDay");

/// <summary>It would be replaced without having been looked at.</summary>
public sealed record SchoolYearIsThere(string SchoolYear) : Refusal("SchoolYearIsThere", "FirstDay")
{
    public override object?[] Arguments => [SchoolYear];
}

/// <summary>The Finnish working days are known in these years only.</summary>
public sealed record SchoolYearOutsideCalendar() : Refusal("SchoolYearOutsideCalendar", "FirstDay")
{
    public override object?[] Arguments => [Calendar.WorkingDays.FirstYear, Calendar.WorkingDays.LastYear];
}

/// <summary>The first school day is in August or September.</summary>
public sealed record SchoolYearNotFromAutumn() : Refusal("SchoolYearNotFromAutumn", "FirstDay");

/// <summary>The days are of another school year than the one that is named.</summary>
public sealed record SchoolYearIsOther(string SchoolYear) : Refusal("SchoolYearIsOther", "FirstDay")
{
    public override object?[] Arguments => [SchoolYear];
}

/// <summary>Some of the days are in another school year of the municipality too.</summary>
public sealed record SchoolYearsOverlap(string SchoolYear) : Refusal("SchoolYearsOverlap", "FirstDay")
{
    public override object?[] Arguments => [SchoolYear];
}

public sealed record SchoolBreaksOverlap(string Name) : Refusal("SchoolBreaksOverlap", "Breaks")
{
    public override object?[] Arguments => [Name];
}
