using System.Text.Json;
using NodaTime;

namespace Yhteys.Access.Cli;

/// <summary>The facts of one matter as a file says them.</summary>
internal sealed record SaidFacts(
    LocalDate Opened,
    string Line,
    List<ClockFact> Facts,
    string? Register = null,
    LocalDate? BirthDate = null,
    int? Age = null,
    List<string>? Reasons = null,
    List<ClockEnding>? Endings = null,
    List<SaidPeriod>? SchoolClosed = null,
    Dictionary<string, JsonElement>? Settings = null,
    LocalDate? CountsFrom = null);

internal sealed record SaidPeriod(LocalDate From, LocalDate To);
