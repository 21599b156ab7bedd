using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record SchoolYearEndsBeforeItBegins() : Refusal("SchoolYearEndsBeforeItBegins", "LastDay");

public sealed record SchoolBreakOutsideYear(string Name) : Refusal("SchoolBreakOutsideYear", "Breaks")
{
    public override object?[] Arguments => [Name];
}
