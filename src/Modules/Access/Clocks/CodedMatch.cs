using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>A <see cref="FactMatch"/> in bit masks.</summary>
internal sealed class CodedMatch
{
    private const ulong Everyone = ~0UL;

    private readonly ulong facts;
    private readonly ulong professions;
    private readonly ulong licences;
    private readonly string[]? qualifiers;
    private readonly string[]? notQualifiers;
    private readonly string[]? lines;
    private readonly LocalDate? until;
    private readonly string? setting;
    private readonly CodedMatch[] others;

    public CodedMatch(FactMatch match, IReadOnlyList<FactMatch>? or = null)
    {
        others = [.. (or ?? []).Select(other => new CodedMatch(other))];
        facts = ClockVocabulary.Mask(match.Facts, ClockVocabulary.FactAt);
        var only = match.Professions is { Count: > 0 } listed ? ClockVocabulary.Mask(listed, code => ClockVocabulary.ProfessionAt(code)) : Everyone;
        professions = only & ~ClockVocabulary.Mask(match.NotProfessions, code => ClockVocabulary.ProfessionAt(code));
        licences = match.Licences is { Count: > 0 } levels ? ClockVocabulary.Mask(levels, code => ClockVocabulary.LicenceAt(code)) : Everyone;
        qualifiers = match.Qualifiers is { Count: > 0 } q ? [.. q] : null;
        notQualifiers = match.NotQualifiers is { Count: > 0 } n ? [.. n] : null;
        lines = match.Lines is { Count: > 0 } l ? [.. l] : null;
        until = match.Until;
        setting = match.Setting;
    }

    public bool CanMatch(ClockFacts of)
    {
        var can = (facts & of.FactMask) != 0;
        foreach (var other in others)
            can |= other.CanMatch(of);
        return can;
    }

    private bool Matches(in CodedFact fact, bool settingOn) =>
        (facts >> fact.Fact & 1) != 0
        && (professions >> fact.Profession & 1) != 0
        && (licences >> fact.Licence & 1) != 0
        && (qualifiers is null || Array.IndexOf(qualifiers, fact.Qualifier) >= 0)
        && (notQualifiers is null || settingOn || Array.IndexOf(notQualifiers, fact.Qualifier) < 0)
        && !(fact.Day > until);

    /// <summary>The first day of a matching fact on or after <paramref name="from"/>; null when there is none.</summary>
    public LocalDate? First(ClockFacts of, CountySettings settings, LocalDate? from = null)
    {
        var first = OwnFirst(of, settings, from);
        foreach (var other in others)
            if (other.First(of, settings, from) is { } day && !(day >= first))
                first = day;
        return first;
    }

    private LocalDate? OwnFirst(ClockFacts of, CountySettings settings, LocalDate? from)
    {
        var settingOn = setting is null ? notQualifiers is null : settings.Opens(setting);
        if (!Counts(of, settingOn))
            return null;
        LocalDate? first = null;
        foreach (ref readonly var fact in of.Coded.AsSpan())
            if (Matches(fact, settingOn) && !(fact.Day < from) && !(fact.Day >= first))
                first = fact.Day;
        return first;
    }

    /// <summary>The last day of a matching fact on or before <paramref name="to"/>; null when there is none.</summary>
    public LocalDate? Last(ClockFacts of, CountySettings settings, LocalDate to)
    {
        var last = OwnLast(of, settings, to);
        foreach (var other in others)
            if (other.Last(of, settings, to) is { } day && !(day <= last))
                last = day;
        return last;
    }

    private LocalDate? OwnLast(ClockFacts of, CountySettings settings, LocalDate to)
    {
        var settingOn = setting is null ? notQualifiers is null : settings.Opens(setting);
        if (!Counts(of, settingOn))
            return null;
        LocalDate? last = null;
        foreach (ref readonly var fact in of.Coded.AsSpan())
            if (Matches(fact, settingOn) && fact.Day <= to && !(fact.Day <= last))
                last = fact.Day;
        return last;
    }

    private bool Counts(ClockFacts of, bool settingOn) =>
        (facts & of.FactMask) != 0
        && (settingOn || notQualifiers is not null)
        && (lines is null || Array.IndexOf(lines, of.Subject.ServiceLine) >= 0);

    public static LocalDate? FirstOf(CodedMatch[] matches, ClockFacts of, CountySettings settings, LocalDate? from = null)
    {
        LocalDate? first = null;
        foreach (var match in matches)
            if (match.First(of, settings, from) is { } day && !(day >= first))
                first = day;
        return first;
    }
}
