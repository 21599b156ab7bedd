using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>The law that views fold with and pages compute with. It changes only together with the views, when another version is taken into use.</summary>
public sealed class RulesInForce(ContentStore content)
{
    private readonly Lock _reading = new();
    private volatile Law? _current;

    /// <summary>Keep it in a variable when several answers must agree.</summary>
    public Law Current => _current ?? Read();

    public RuleSet Rules => Current.Rules;

    public CountySettings Settings => Current.Settings;

    internal void Set(Law law) => _current = law;

    // The journal asks for the hash of its views before it takes the content into use, so the files may not have been read yet.
    private Law Read()
    {
        lock (_reading)
        {
            if (content.Current.Missing.Count > 0 && content.Load() is [var first, ..] && content.Current.Files(ContentKinds.Rules).Count == 0)
                throw new InvalidOperationException($"The clocks have no sound rules: {first}");
            return _current ??= Law.Of(content.Current);
        }
    }
}
