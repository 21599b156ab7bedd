using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>
/// What has been tried of each form: one persona proves it, another goes on where no form was left. It is tried at every address that takes a form, and
/// once where several addresses that only ask share one page.
/// </summary>
internal sealed class Coverage
{
    private static readonly string[] SharedPages = ["/board", "/appointments/{id}/"];

    private readonly Dictionary<(string Form, string Field, string Bad), (bool Wrong, bool Tried)> _trials = [];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly HashSet<string> _actions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _carriedOut = new(StringComparer.Ordinal);

    /// <summary>Kinds of forms that were carried out.</summary>
    public IReadOnlyCollection<string> CarriedOut => _carriedOut;

    /// <summary>The forms met: how they are sent, where to, and what they ask.</summary>
    public IEnumerable<string> Forms => _met.Order(StringComparer.Ordinal);

    /// <summary>Addresses that forms were sent to.</summary>
    public IReadOnlyCollection<string> Actions => _actions;

    /// <summary>Those of its bad values that nobody has tried yet.</summary>
    public IReadOnlyList<(WebField Field, BadValue Bad)> Left(WebForm form, Func<BadValue, bool> which)
    {
        _met.Add(form.Kind);
        if (form.Posts)
            _actions.Add(form.Action.Split('?')[0]);
        var all = form.Typed.SelectMany(f => BadValues.Of(f).Where(which).Select(b => (Field: f, Bad: b))).ToList();
        foreach (var trial in all)
            _trials.TryAdd(Key(form, trial.Field, trial.Bad), (trial.Bad.Wrong, false));
        return [.. all.Where(t => !_trials[Key(form, t.Field, t.Bad)].Tried)];
    }

    public void Done(WebForm form, WebField field, BadValue bad) => _trials[Key(form, field, bad)] = (bad.Wrong, true);

    public void Sent(string kind) => _carriedOut.Add(kind);

    /// <summary>What nobody had a form left to try.</summary>
    /// <param name="rare">Forms that go with the first that is accepted: of these only what must be refused is missed.</param>
    public IEnumerable<string> Missing(IReadOnlyCollection<string> rare) => _trials.Where(t => !t.Value.Tried && (t.Value.Wrong || !rare.Contains(t.Key.Form)))
        .Select(t => $"{t.Key.Form}: no form was left to try {t.Key.Field} {t.Key.Bad}");

    private static (string, string, string) Key(WebForm form, WebField field, BadValue bad)
    {
        var address = Shape.Of(form.Action);
        return ($"{(form.Posts ? "POST" : "GET")} {(form.Posts ? null : SharedPages.FirstOrDefault(p => address.StartsWith(p, StringComparison.Ordinal))) ?? address}", field.Name, bad.Name);
    }
}
