namespace Yhteys.Browser.Tests;

/// <summary>A page as somebody sees it in one of its states.</summary>
/// <param name="Route">Pattern of the endpoint, e.g. /matters/{matter:guid}.</param>
/// <param name="Persona">Who looks; "-" is a visitor who has not signed in.</param>
/// <param name="State">What is special in it, in a few words.</param>
internal sealed record Visit(string Route, string Persona, string State, Func<County, string> Address)
{
    public Visit(string route, string persona, string state = "", string? address = null) : this(route, persona, state, _ => address ?? route)
    {
    }

    public int Status { get; init; } = 200;

    /// <summary>What is done on the page before it is looked at.</summary>
    public Func<Reader, Task>? Then { get; init; }

    public override string ToString() => $"{Route} as {Persona}{(State.Length == 0 ? "" : $", {State}")}";
}
