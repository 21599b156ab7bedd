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
