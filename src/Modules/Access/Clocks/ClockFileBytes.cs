using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>
/// The bytes of a <see cref="ClockFile"/>: a form number; the opening in days since 1970; codes as places in <see cref="ClockVocabulary"/>,
/// or spelled out when they are not there; every other day counted from the opening.
/// </summary>
internal static class ClockFileBytes
{
    private const byte FormNumber = 4;
    private const int HasAge = 1, HasBirthDate = 2, HasSchoolClosed = 4, HasCountsFrom = 8;
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private static readonly CodeList Facts = new(ClockVocabulary.Facts), Reasons = new(ClockVocabulary.Reasons), Professions = new(ClockVocabulary.Professions),
        Licences = new(ClockVocabulary.Licences), Lines = new(ClockVocabulary.ServiceLines), Registers = new(ClockVocabulary.Registers), Qualifiers = new(ClockVocabulary.Qualifiers);

    /// <summary>Form number and hash of the vocabulary: bytes written with one vocabulary are never read with another.</summary>
    public static string Form { get; } = $"{FormNumber}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', new[]
    {
        ClockVocabulary.Facts, ClockVocabulary.Reasons, ClockVocabulary.Professions, ClockVocabulary.Licences, ClockVocabulary.ServiceLines,
        ClockVocabulary.Registers, ClockVocabulary.Qualifiers, Enum.GetNames<ClockEndingReason>(),
    }.Select(list => string.Join(',', list))))))[..8]}";

    public static byte[] Write(ClockFile file)
    {
        var (subject, to) = (file.Subject, new ByteWriter());
        var closed = subject.SchoolClosed;
        to.Byte(FormNumber);
        to.Number(Period.DaysBetween(Epoch, subject.Opened));
        Lines.Write(to, subject.ServiceLine);
        Registers.Write(to, subject.Register);
        to.Byte((byte)((subject.AgeAtContact is null ? 0 : HasAge) | (subject.BirthDate is null ? 0 : HasBirthDate) | (closed is null ? 0 : HasSchoolClosed) | (subject.CountsFrom is null ? 0 : HasCountsFrom)));
        if (subject.AgeAtContact is { } age)
            to.Number(age);
        if (subject.BirthDate is { } birth)
            to.Number(Days(birth));
        if (subject.CountsFrom is { } counts)
            to.Number(Days(counts));
        to.Count(subject.Reasons.Count);
        foreach (var reason in subject.Reasons)
            Reasons.Write(to, reason);
        if (closed is not null)
            to.Count(closed.Count);
        foreach (var period in closed ?? [])
        {
            to.Number(Days(period.Start));
            to.Count(period.Length - 1);
        }

        to.Count(file.Facts.Length);
        foreach (var fact in file.Facts)
        {
            Facts.Write(to, fact.Fact);
            to.Number(Days(fact.Day));
            Professions.Write(to, fact.Profession);
            Licences.Write(to, fact.Licence);
            Qualifiers.Write(to, fact.Qualifier);
        }

        to.Count(file.Facts.Count(fact => fact.Age is not null));
        foreach (var (i, fact) in file.Facts.Index())
            if (fact.Age is { } then)
            {
                to.Count(i);
                to.Number(then);
            }

        to.Count(file.Endings.Length);
        foreach (var ending in file.Endings)
        {
            to.Number(Days(ending.Day));
            to.Byte((byte)ending.Reason);
        }

        return to.ToArray();

        int Days(LocalDate day) => Period.DaysBetween(subject.Opened, day);
    }

    /// <exception cref="InvalidDataException">The bytes are of another form.</exception>
    public static ClockFile Read(ReadOnlySpan<byte> bytes)
    {
        var from = new ByteReader(bytes);
        if (from.Byte() is not FormNumber)
            throw new InvalidDataException("What the clocks know of a matter is kept in a form that this program does not know: rebuild the view.");
        var opened = Epoch.PlusDays(from.Number());
        var (line, register, has) = (Lines.Read(ref from)!, Registers.Read(ref from)!, from.Byte());
        int? age = (has & HasAge) == 0 ? null : from.Number();
        LocalDate? birth = (has & HasBirthDate) == 0 ? null : opened.PlusDays(from.Number());
        LocalDate? counts = (has & HasCountsFrom) == 0 ? null : opened.PlusDays(from.Number());
        var reasons = new string[from.Count()];
        for (var i = 0; i < reasons.Length; i++)
            reasons[i] = Reasons.Read(ref from)!;
        var closed = (has & HasSchoolClosed) == 0 ? null : new DateInterval[from.Count()];
        for (var i = 0; i < closed?.Length; i++)
        {
            var first = opened.PlusDays(from.Number());
            closed[i] = new(first, first.PlusDays(from.Count()));
        }

        var facts = new ClockFact[from.Count()];
        for (var i = 0; i < facts.Length; i++)
            facts[i] = new(Facts.Read(ref from)!, opened.PlusDays(from.Number()), Professions.Read(ref from), Licences.Read(ref from), Qualifiers.Read(ref from));
        for (var ages = from.Count(); ages > 0; ages--)
        {
            var i = from.Count();
            facts[i] = facts[i] with { Age = from.Number() };
        }

        var endings = new ClockEnding[from.Count()];
        for (var i = 0; i < endings.Length; i++)
            endings[i] = new(opened.PlusDays(from.Number()), (ClockEndingReason)from.Byte());
        return new(
            new(opened, register, line, age, reasons) { BirthDate = birth, SchoolClosed = closed, CountsFrom = counts },
            ImmutableCollectionsMarshal.AsImmutableArray(facts), ImmutableCollectionsMarshal.AsImmutableArray(endings));
    }
}
