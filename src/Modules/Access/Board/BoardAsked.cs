using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>Which day of the board is asked for, and by what knowledge: <c>?on=2026-11-03&amp;known=then</c>.</summary>
/// <param name="Moment">Null when what was asked is refused; the form says why.</param>
public sealed record BoardAsked(BoardMoment? Moment, FormState Form)
{
    public const string On = "on", Known = "known", Then = "then", Now = "now";

    /// <summary>The query of a moment's address; empty for the live board.</summary>
    public static string Query(BoardMoment moment) => moment.IsPast
        ? $"?{On}={moment.Day.Iso()}&{Known}={(moment.Known == BoardKnowledge.Then ? Then : Now)}"
        : "";
}

/// <summary>Reads what is asked: a day from the first of the journal until today, which is the live board.</summary>
public sealed class BoardAsking(Journal journal, IClock clock, IStringLocalizer<BoardTexts> texts)
{
    private object? _first;

    /// <summary>The day on which the first event was recorded; today in an empty journal.</summary>
    public LocalDate First => (LocalDate?)(_first ??= journal.Read(0, 1).FirstOrDefault() is { } first ? FinnishTime.Day(first.RecordedAt) : null) ?? Today;

    /// <summary>The live board.</summary>
    public BoardMoment Live => new(Today, BoardKnowledge.Live);

    private LocalDate Today => clock.Today();

    public BoardAsked Read(FormState form)
    {
        var (day, today) = (form.Date(BoardAsked.On, texts["On_NoDate"]), Today);
        form[BoardAsked.Known] = form.Text(BoardAsked.Known) is BoardAsked.Now ? BoardAsked.Now : BoardAsked.Then;
        if (day > today)
            form.Errors.Add(BoardAsked.On, texts["On_Future", Fi.Date(day.Value)]);
        else if (day < First)
            form.Errors.Add(BoardAsked.On, texts["On_Before", Fi.Date(First)]);
        if (!form.Valid)
            return new(null, form);
        if (day is not { } past || past == today)
            return new(new BoardMoment(today, BoardKnowledge.Live), form);
        form[BoardAsked.On] = Typed.Text(past);
        return new(new BoardMoment(past, form[BoardAsked.Known] == BoardAsked.Now ? BoardKnowledge.Now : BoardKnowledge.Then), form);
    }
}
