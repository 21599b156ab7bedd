using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>What has been tried of each kind of form: one persona proves it, another goes on where no form was left.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<(string Kind, string Field, string Bad), (bool Wrong, bool Tried)> _trials = [];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly HashSet<string> _carriedOut = new(StringComparer.Ordinal);

    public int Tried => _trials.Values.Count(t => t.Tried);

    /// <summary>Kinds of forms that were carried out.</summary>
    public IReadOnlyCollection<string> CarriedOut => _carriedOut;

    /// <summary>The forms met: how they are sent and where to.</summary>
    public IEnumerable<string> Forms => _met.Select(k => k[..k.IndexOf(" (", StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Those of its bad values that nobody has tried yet.</summary>
    public IReadOnlyList<(WebField Field, BadValue Bad)> Left(WebForm form, Func<BadValue, bool> which)
    {
        _met.Add(form.Kind);
        var all = form.Typed.SelectMany(f => BadValues.Of(f).Where(which).Select(b => (Field: f, Bad: b))).ToList();
        foreach (var trial in all)
            _trials.TryAdd(Key(form, trial.Field, trial.Bad), (trial.Bad.Wrong, false));
        return [.. all.Where(t => !_trials[Key(form, t.Field, t.Bad)].Tried)];
    }

    public void Done(WebForm form, WebField field, BadValue bad) => _trials[Key(form, field, bad)] = (bad.Wrong, true);

    public void Sent(string kind) => _carriedOut.Add(kind);

    /// <summary>What must be refused and nobody had a form left to try.</summary>
    public IEnumerable<string> Missing() => _trials.Where(t => t.Value is { Wrong: true, Tried: false }).Select(t => $"{t.Key.Kind}: no form was left to try {t.Key.Field} {t.Key.Bad}");

    private static (string, string, string) Key(WebForm form, WebField field, BadValue bad) => (form.Kind, field.Name, bad.Name);
}
