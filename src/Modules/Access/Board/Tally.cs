using NodaTime;

namespace Yhteys.Access.Board;

/// <summary>Figures of one unit and service line, or of several together.</summary>
public sealed class Tally
{
    private readonly WaitCounts _assessed = new(), _contact = new();

    public static Tally Sum(IEnumerable<Tally> parts)
    {
        var all = new Tally();
        foreach (var part in parts)
            all.Add(part);
        return all;
    }

    /// <summary>Matters with something that waits to be done, by how soon.</summary>
    public int Immediate { get; internal set; }

    /// <summary>The last day in time has passed.</summary>
    public int Overdue { get; internal set; }

    /// <summary>The last day by the count is today or has passed, and it is still in time.</summary>
    public int DueToday { get; internal set; }

    /// <summary>Due in one to seven days.</summary>
    public int DueInWeek { get; internal set; }

    public int DueLater { get; internal set; }

    public int Open => Immediate + Overdue + DueToday + DueInWeek + DueLater;

    /// <summary>The day of contact of the one that has waited longest.</summary>
    public LocalDate? OldestOn { get; internal set; }

    /// <summary>Matters whose first care was in the last 30 days.</summary>
    public int Helped { get; internal set; }

    /// <summary>Matters that were first handled in the last 30 days, and how many of them were helped by that at once (autettu ensikontaktissa).</summary>
    public Share FirstContact { get; internal set; }

    /// <summary>Statutory limits settled in the last 30 days, and how many of them were kept.</summary>
    public Share Law { get; internal set; }

    /// <summary>The county's own promises settled in the last 30 days, and how many of them were kept.</summary>
    public Share Promise { get; internal set; }

    /// <summary>Days from the assessment of need to first care, of those helped in the last 30 days.</summary>
    public WaitCounts FromAssessment => _assessed;

    /// <summary>Days from contact to first care, of those helped in the last 30 days.</summary>
    public WaitCounts FromContact => _contact;

    internal void Wait(int matters, bool immediate, LocalDate? strict, LocalDate? lastInTime, LocalDate contact, LocalDate today)
    {
        if (immediate) Immediate += matters;
        else if (lastInTime < today) Overdue += matters;
        else if (strict <= today) DueToday += matters;
        else if (strict <= today.PlusDays(7)) DueInWeek += matters;
        else DueLater += matters;
        if (!(OldestOn <= contact))
            OldestOn = contact;
    }

    internal void Add(Tally other)
    {
        Immediate += other.Immediate;
        Overdue += other.Overdue;
        DueToday += other.DueToday;
        DueInWeek += other.DueInWeek;
        DueLater += other.DueLater;
        if (other.OldestOn is { } oldest && !(OldestOn <= oldest))
            OldestOn = oldest;
        Helped += other.Helped;
        FirstContact += other.FirstContact;
        Law += other.Law;
        Promise += other.Promise;
        _assessed.Add(other._assessed);
        _contact.Add(other._contact);
    }
}

/// <summary>So many kept of so many.</summary>
public readonly record struct Share(int Kept, int Of)
{
    /// <summary>From 0 to 1; null when there is nothing to keep.</summary>
    public double? Part => Of == 0 ? null : (double)Kept / Of;

    public static Share operator +(Share one, Share other) => new(one.Kept + other.Kept, one.Of + other.Of);
}
