using System.Globalization;
using NodaTime;

namespace Yhteys.Residents.Identity;

/// <summary>
/// Finnish personal identity code (henkilötunnus): day of birth, century sign, individual number, check character.
/// Act on the Population Information System 661/2009, 11 §; Government Decree 128/2010, 2 §, with the signs in use since 1.1.2023.
/// </summary>
public static class Hetu
{
    private const string CheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    /// <summary>Signs of the centuries; several signs of one century widen the supply of codes for one day.</summary>
    internal static readonly IReadOnlyDictionary<int, string> SignsByCentury = new Dictionary<int, string>
    {
        [1800] = "+",
        [1900] = "-YXWVU",
        [2000] = "ABCDEF",
    };

    /// <summary>Whether a text has a valid code as one of its words: what others than the client's own professionals read must not.</summary>
    public static bool IsIn(string text) =>
        text.Split([' ', '\n', '\t', ',', ';', '(', ')', ':', '"', '/'], StringSplitOptions.RemoveEmptyEntries).Any(word => Check(word.TrimEnd('.')).Valid);

    /// <summary>Reads a code. Case and spaces don't matter, and a typographic dash counts as a hyphen.</summary>
    /// <param name="today">When given, a later day of birth is a fault.</param>
    public static HetuCheck Check(string? code, LocalDate? today = null)
    {
        var text = Normalise(code);
        if (text.Length == 0) return HetuCheck.Wrong(HetuFault.Empty);
        if (text.Length != 11) return HetuCheck.Wrong(HetuFault.Length);
        if (!Digits(text.AsSpan(0, 6)) || !Digits(text.AsSpan(7, 3)) || !char.IsAsciiLetterOrDigit(text[10]))
            return HetuCheck.Wrong(HetuFault.Shape);
        if (Century(text[6]) is not { } century) return HetuCheck.Wrong(HetuFault.CenturySign);
        if (Birth(text, century) is not { } birth) return HetuCheck.Wrong(HetuFault.Date);

        var individual = Number(text.AsSpan(7, 3));
        if (individual < 2) return HetuCheck.Wrong(HetuFault.IndividualNumber);
        if (CheckCharacter(text) != text[10]) return HetuCheck.Wrong(HetuFault.CheckCharacter);
        if (birth > today) return HetuCheck.Wrong(HetuFault.Future);

        return new(text, HetuFault.None, birth, individual % 2 == 0 ? Sex.Female : Sex.Male, individual >= 900);
    }

    /// <summary>As <see cref="Check"/>, and refuses a real person's code unless the county has said that it takes them.</summary>
    public static HetuCheck Accept(string? code, bool acceptReal, LocalDate? today = null) =>
        Check(code, today) is var check && check.Valid && !check.Artificial && !acceptReal
            ? HetuCheck.Wrong(HetuFault.NotArtificial)
            : check;

    /// <summary>An artificial code (individual number 900–999) for tests and demonstration.</summary>
    /// <param name="ordinal">0, 1, 2 … tells codes of the same day and sex apart; 50 per sign of the century.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside 1800–2099, the sex unknown or the supply of the day used up.</exception>
    public static string Artificial(LocalDate birth, Sex sex, int ordinal)
    {
        if (!SignsByCentury.TryGetValue(birth.Year / 100 * 100, out var signs))
            throw new ArgumentOutOfRangeException(nameof(birth), birth, "An identity code covers the years 1800–2099.");
        if (sex == Sex.Unknown) throw new ArgumentOutOfRangeException(nameof(sex), sex, "An identity code tells the sex.");
        if (ordinal < 0 || ordinal >= signs.Length * 50)
            throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "No more artificial codes for that day and sex.");

        var individual = 900 + ordinal % 50 * 2 + (sex == Sex.Male ? 1 : 0);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{birth.Day:00}{birth.Month:00}{birth.Year % 100:00}{signs[ordinal / 50]}{individual}");
        return text + CheckCharacter(text);
    }

    private static string Normalise(string? code) => new([.. (code ?? "")
        .Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\uFEFF'))
        .Select(c => c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' ? '-' : char.ToUpperInvariant(c))]);

    private static int? Century(char sign)
    {
        foreach (var (century, signs) in SignsByCentury)
            if (signs.Contains(sign, StringComparison.Ordinal)) return century;
        return null;
    }

    private static LocalDate? Birth(string text, int century)
    {
        var (day, month, year) = (Number(text.AsSpan(0, 2)), Number(text.AsSpan(2, 2)), century + Number(text.AsSpan(4, 2)));
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    private static char CheckCharacter(string text) =>
        CheckCharacters[Number(string.Concat(text.AsSpan(0, 6), text.AsSpan(7, 3))) % 31];

    private static bool Digits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
