using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.Board;

/// <summary>Counts the board. The database groups, so what comes out grows with units and days, not with matters.</summary>
internal sealed class BoardCount(Journal journal, OrganisationQueries organisation, ContentStore content, RulesInForce county)
{
    public const int WindowDays = 30;

    private const string Group = "unit, serviceline, register";

    // At one moment, so that the figures agree: who was helped meanwhile does not wait too.
    public BoardState On(BoardMoment moment, long position, Instant at) => journal.AtOneMoment(now => Count(now, moment, position, at));

    private BoardState Count(Moment now, BoardMoment moment, long position, Instant at)
    {
        var (day, since) = (moment.Day, moment.Day.PlusDays(1 - WindowDays));
        var (here, parameters) = (BoardTables.Of(moment), BoardTables.Of(moment, ("since", since)));
        var tallies = new Dictionary<Place, Tally>();
        foreach (var row in now.Query<OpenCount>(
            v => $"select {Group}, immediate, strict, lastintime, min(contacton) as oldest, count(*) as number from {BoardTables.Open(v, moment)} o group by {Group}, immediate, strict, lastintime", here))
            Of(row.Place).Wait(row.Number, row.Immediate, row.Strict, row.LastInTime, row.Oldest, day);
        // Those helped in the time, and those first handled in it: in one question, since the database may be far away.
        foreach (var row in now.Query<CareCount>(
            v => $"""
                select {Group}, waitassessed, waitcontact, 0 as atfirstcontact, 1 as helped, count(*) as number
                from {BoardTables.Cared(v, moment)} o where careon >= @since and careon <= @day group by {Group}, waitassessed, waitcontact
                union all select {Group}, null, null, atfirstcontact, 0, count(*)
                from {BoardTables.Cared(v, moment)} o where handledon >= @since and handledon <= @day group by {Group}, atfirstcontact
                """,
            parameters))
            Count(Of(row.Place), row);
        foreach (var row in now.Query<SettledCount>(
            v => $"select {Group}, kind, promised, intime, count(*) as number from {BoardTables.Settled(v, moment)} o where settledon >= @since and settledon <= @day group by {Group}, kind, promised, intime",
            parameters))
            Count(Of(row.Place), row);
        return new(day, since, position, at, Lines(tallies));

        Tally Of(Place place) => tallies.TryGetValue(place, out var tally) ? tally : tallies[place] = new();
    }

    private static void Count(Tally tally, CareCount row)
    {
        if (!row.Helped)
        {
            tally.FirstContact += new Share(row.AtFirstContact ? row.Number : 0, row.Number);
            return;
        }

        tally.Helped += row.Number;
        if (row.WaitAssessed is { } assessed)
            tally.FromAssessment.Add(assessed, row.Number);
        if (row.WaitContact is { } contact)
            tally.FromContact.Add(contact, row.Number);
    }

    private static void Count(Tally tally, SettledCount row)
    {
        var share = new Share(row.InTime ? row.Number : 0, row.Number);
        if (row.Kind == RuleKind.Statute)
            tally.Law += share;
        if (row.Promised)
            tally.Promise += share;
    }

    private List<BoardLine> Lines(Dictionary<Place, Tally> tallies)
    {
        var units = organisation.Units().Select((row, i) => (row, i)).ToDictionary(pair => pair.row.Unit);
        var lines = content.Current.Services.Lines.Select((line, i) => (line, i)).ToDictionary(pair => pair.line.Id, StringComparer.Ordinal);
        return [.. tallies
            .OrderBy(pair => pair.Key.Unit is { } unit && units.TryGetValue(unit, out var found) ? found.i : int.MaxValue)
            .ThenBy(pair => lines.TryGetValue(pair.Key.ServiceLine, out var found) ? found.i : int.MaxValue)
            .ThenBy(pair => pair.Key.ServiceLine, StringComparer.Ordinal)
            .Select(pair => new BoardLine(
                pair.Key.Unit, pair.Key.Unit is { } unit && units.TryGetValue(unit, out var u) ? u.row.Name : null,
                pair.Key.ServiceLine, lines.TryGetValue(pair.Key.ServiceLine, out var l) ? l.line.Name : null,
                pair.Key.Register, county.Rules.Covers(pair.Key.ServiceLine), pair.Value))];
    }

    private readonly record struct Place(Guid? Unit, string ServiceLine, string Register);

    private sealed record OpenCount(
        Guid? Unit, string ServiceLine, string Register, bool Immediate, LocalDate? Strict, LocalDate? LastInTime, LocalDate Oldest, int Number)
    {
        public Place Place => new(Unit, ServiceLine, Register);
    }

    /// <param name="Helped">Of those helped; else of those first handled.</param>
    private sealed record CareCount(Guid? Unit, string ServiceLine, string Register, int? WaitAssessed, int? WaitContact, bool AtFirstContact, bool Helped, int Number)
    {
        public Place Place => new(Unit, ServiceLine, Register);
    }

    private sealed record SettledCount(Guid? Unit, string ServiceLine, string Register, RuleKind Kind, bool Promised, bool InTime, int Number)
    {
        public Place Place => new(Unit, ServiceLine, Register);
    }
}
