using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Whom each reader's list has shown today, so that an automatic refresh tells the read log only of newly shown persons. The page of one
/// matter, which shows more than a list, is told apart by the matter's id in place of the person's. A part of a page that somebody opens by its
/// own address is no refresh: it is a reading like that of the page.
/// </summary>
public sealed class ShownPeople(IClock clock)
{
    private sealed record OneDay(LocalDate Day, ConcurrentDictionary<Guid, ConcurrentDictionary<(Guid Person, bool Unreleased), byte>> Readers);

    // One day at a time: what was shown on another is forgotten for all.
    private volatile OneDay _shown = new(LocalDate.MinIsoValue, []);

    /// <summary>Those of whom the request must tell: of an open page's own, who have not been shown today; of any other, all. What a person may not know of yet is an entry of its own, and counts apart.</summary>
    public IReadOnlySet<(Guid Person, bool Unreleased)> Unseen(HttpRequest request, Guid reader, IEnumerable<(Guid Person, bool Unreleased)> people)
    {
        if (!request.IsOfOpenPage())
            return people.ToHashSet();
        var seen = Today(reader);
        return people.Where(person => !seen.ContainsKey(person)).ToHashSet();
    }

    /// <summary>The persons have been shown: their entry of the read log is on disk.</summary>
    public void Seen(Guid reader, IEnumerable<(Guid Person, bool Unreleased)> people)
    {
        var seen = Today(reader);
        foreach (var person in people)
            seen.TryAdd(person, 0);
    }

    private ConcurrentDictionary<(Guid Person, bool Unreleased), byte> Today(Guid reader)
    {
        var today = clock.Today();
        var shown = _shown;
        if (shown.Day != today)
            _shown = shown = new(today, []);
        return shown.Readers.GetOrAdd(reader, _ => []);
    }
}
