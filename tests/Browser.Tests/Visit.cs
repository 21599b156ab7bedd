using System.Text.RegularExpressions;

namespace Yhteys.Browser.Tests;

/// <summary>A page as somebody sees it in one of its states.</summary>
/// <param name="Route">Pattern of the endpoint, e.g. /matters/{matter:guid}.</param>
/// <param name="Persona">Who looks; "-" is a visitor who has not signed in.</param>
/// <param name="State">What is special in it, in a few words.</param>
internal sealed record Visit(string Route, string Persona, string State, Func<County, string> Address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Visit(string route, string persona, string state = "", string? address = null) : this(route, persona, state, _ => address ?? route)
    {
    }

    /// <summary>A state in which the page tells what is wrong.</summary>
    public const string Refused = "refused";

    public int Status { get; init; } = 200;

    /// <summary>It begins on another page, and a link of that leads to it.</summary>
    public bool Leads { get; init; }

    /// <summary>What is done on the page before it is looked at.</summary>
    public Func<Reader, Task>? Then { get; init; }

    /// <summary>Whether an address is one of the endpoint's.</summary>
    public bool IsOn(string url) => Regex.IsMatch(new Uri(url).AbsolutePath, $"^{Regex.Replace(Route, @"\{[^}]*\}", "[^/]+", RegexOptions.None, Patience)}$", RegexOptions.None, Patience);

    public override string ToString() => $"{Route} as {Persona}{(State.Length == 0 ? "" : $", {State}")}";
}
