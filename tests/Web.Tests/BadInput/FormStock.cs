using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>
/// The forms that a persona has met. A form is taken from a page as it is now: one that was opened before the last event is opened again, so
/// that what a form is refused for is what was typed into it. When no known page has the form any more, further pages are opened.
/// </summary>
/// <param name="head">Position of the last event.</param>
/// <param name="further">Pages like those of the walk, not opened yet.</param>
internal sealed class FormStock(Browser browser, Func<long> head, IReadOnlyCollection<Step> walked, IEnumerable<string> further)
{
    private readonly HashSet<string> _shapes = walked.Select(s => Shape.Of(s.Path)).ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, (long Head, IReadOnlyList<WebForm> Forms)> _known =
        walked.Where(s => s.Forms.Count > 0).GroupBy(s => s.Path).ToDictionary(g => g.Key, g => (-1L, g.First().Forms), StringComparer.Ordinal);

    private readonly Queue<string> _further = new(further);

    /// <summary>A form of each kind met so far, as it was then.</summary>
    public IEnumerable<WebForm> Kinds => _known.Values.SelectMany(k => k.Forms).DistinctBy(f => f.Kind);

    /// <summary>A form of the kind that can be sent now; null when no page has one any more.</summary>
    public async Task<WebForm?> Get(string kind)
    {
        while (true)
        {
            if (_known.FirstOrDefault(k => k.Value.Forms.Any(f => f.Kind == kind)) is { Key: { } path, Value: var (at, forms) })
            {
                if (at == head())
                    return forms.First(f => f.Kind == kind);
            }
            else if (!_further.TryDequeue(out path))
                return null;

            Meet(path, await browser.Get(path));
        }
    }

    /// <summary>Goes where an answer leads, and on from there to one page of each shape that nobody has seen yet.</summary>
    public async Task<Page> Come(string path)
    {
        var (first, open) = (await browser.Get(path), new Queue<string>());
        while (first.Location is { } further)
            (path, first) = (further, await browser.Get(further));
        Meet(path, first);
        See(first);
        while (open.TryDequeue(out var next))
        {
            var page = await browser.Get(next);
            Meet(next, page);
            See(page);
        }

        return first;

        void See(Page page)
        {
            foreach (var link in Walk.Links(page).Where(l => _shapes.Add(Shape.Of(l))))
                open.Enqueue(link);
        }
    }

    private void Meet(string path, Page page)
    {
        if (WebForm.On(page, path) is var forms && (forms.Count > 0 || _known.ContainsKey(path)))
            _known[path] = (head(), forms);
    }
}
