using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>Every page that a link leads to.</summary>
public abstract partial class FormTests
{
    [Fact]
    public async Task Every_link_leads_to_a_page_for_the_one_who_sees_it()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var walked = await FormsOfTown.Of(Town);

        var faults = from steps in walked.Steps
                     from step in steps.Value
                     from fault in Faults(step)
                     select $"{steps.Key} {step.Path}: {fault}";
        faults.ShouldBeEmpty();
        walked.Steps["guidance_nurse"].ShouldContain(s => s.Path.StartsWith("/matters/", StringComparison.Ordinal));
        walked.Steps["resident"].ShouldContain(s => s.Path.StartsWith("/my-matters/", StringComparison.Ordinal));
    }

    private IEnumerable<string> Faults(Step step)
    {
        // A matter without a care relation is closed: the page offers to open it with a reason.
        if (step.Page.Status is not (200 or 302) && !(step.Page.Status == 403 && step.Path.StartsWith("/matters/", StringComparison.Ordinal)))
            yield return $"answers {step.Page.Status}";
        if (step.Page.Status == 200 && step.ReadLogRows != 1 && Town.ShowsSomebody(step.Page) && Town.NeedsRow(step.Path, step.Page))
            yield return $"shows somebody and makes {step.ReadLogRows} rows in the read log";
        if (step.ReadLogRows > 1)
            yield return $"makes {step.ReadLogRows} rows in the read log";
        if (step.Page.Status == 200 && step.Page.Document.QuerySelector("main") is not null)
            foreach (var fault in OfPage(step.Page))
                yield return fault;
    }

    private static IEnumerable<string> OfPage(Page page)
    {
        if (page.Document.QuerySelectorAll("h1").Length != 1)
            yield return "has not one heading";
        if (page.Document.Title is not { Length: > 8 })
            yield return "has no title";
        foreach (var twice in page.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"has the id {twice.Key} twice";
        foreach (var field in page.Document.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"))
            if (page.Document.QuerySelector($"label[for='{field.Id}']") is null)
                yield return $"has a field without a label: {field.GetAttribute("name")}";
    }
}
