using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Yhteys.Ui;

/// <summary>
/// What was typed into a form, as typed, and what is wrong with it. Every field is text: a typed field would lose bad input silently.
/// </summary>
/// <param name="Prefix">Tells the fields of several forms on one page apart: it begins their ids, not their names.</param>
public sealed class FormState(string Prefix = "")
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.Ordinal);
    private string? _sender, _address;

    public string Prefix { get; } = Prefix;

    public FormErrors Errors { get; } = new();

    public bool Valid => Errors.Count == 0;

    /// <summary>HTTP status of the page that shows this form: 422 with errors, else 200.</summary>
    public int Status => Valid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    /// <summary>A browser has sent it: of a field that it does not have nothing was chosen.</summary>
    public bool IsSent => _address is not null;

    /// <summary>The form that a browser has sent.</summary>
    public static async Task<FormState> Sent(HttpContext context, string prefix = "")
    {
        var state = Read(await context.Request.ReadFormAsync(context.RequestAborted), prefix);
        (state._sender, state._address) = (context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", context.Request.Path);
        return state;
    }

    /// <summary>The fields of an address.</summary>
    public static FormState Read(IEnumerable<KeyValuePair<string, StringValues>> form, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(form);
        var state = new FormState(prefix);
        foreach (var (name, value) in form)
            state._values[name] = value;
        return state;
    }

    /// <summary>The field as typed; null when it was not sent. Set it to fill a form beforehand.</summary>
    public string? this[string name]
    {
        get => _values.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;
        set => _values[name] = value;
    }

    /// <summary>All values of a field with several, e.g. check boxes.</summary>
    public IReadOnlyList<string> All(string name) => [.. _values.GetValueOrDefault(name).OfType<string>()];

    /// <summary>Makes the field hold these values.</summary>
    public void Fill(string name, IEnumerable<string> values) => _values[name] = values.ToArray();

    public bool Has(string name, string value) => All(name).Contains(value, StringComparer.Ordinal);

    /// <summary>
    /// The field without surrounding space and without control characters, line ends as \n; null when nothing is left.
    /// </summary>
    public string? Text(string name)
    {
        if (this[name] is not { } raw)
            return null;
        var text = string.Concat(raw.Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The field's text; without any, the sentence is added as its error.</summary>
    public string? Require(string name, string sentence)
    {
        var text = Text(name);
        if (text is null)
            Errors.Add(name, sentence);
        return text;
    }

    /// <summary>Adds the sentence when the text is longer than <paramref name="max"/> characters.</summary>
    public void Limit(string name, int max, string sentence)
    {
        if (Text(name)?.Length > max)
            Errors.Add(name, sentence);
    }

    /// <summary>
    /// Adds the sentence when there is a text that is no name; <see cref="Typed.IsName"/>. Signs that came along unseen are dropped from the field, so it is
    /// to be read afterwards.
    /// </summary>
    public void CheckName(string name, string sentence)
    {
        if (Text(name) is not { } text)
            return;
        var seen = Typed.WithoutUnseen(text).Trim();
        if (seen.Length > 0 && !Typed.IsName(seen))
            Errors.Add(name, sentence);
        else
            this[name] = seen;
    }

    /// <summary>The field as a day; a text that is no day gets the sentence. An empty field is null without an error.</summary>
    public LocalDate? Date(string name, string sentence)
    {
        var text = Text(name);
        var day = Typed.Date(text);
        if (text is not null && day is null)
            Errors.Add(name, sentence);
        return day;
    }

    /// <summary>The field as a time of day; a text that is no time gets the sentence. An empty field is null without an error.</summary>
    public LocalTime? Time(string name, string sentence)
    {
        var text = Text(name);
        var time = Typed.Time(text);
        if (text is not null && time is null)
            Errors.Add(name, sentence);
        return time;
    }

    /// <summary>What is wrong, without the fields: of a form that the page has no more.</summary>
    public FormState Gone()
    {
        var gone = new FormState();
        foreach (var error in Errors.All)
            gone.Errors.Add(error.Sentence);
        return gone;
    }

    /// <summary>What somebody wrote in words, to be copied from a page that has the form no more: the fields of free words, and of others what has a space within, as codes, days and ids have not.</summary>
    public IEnumerable<string> Written =>
        from name in _values.Keys
        where !name.StartsWith(Was, StringComparison.Ordinal)
        let text = Text(name)
        where text is not null && (name is "Text" or "Note" or "Words" || text.Any(char.IsWhiteSpace))
        select text;

    /// <summary>Identifies the sending of this form: a second sending of the same form gets the first answer. Null when nobody sent it.</summary>
    public Guid? CommandId => IsSent && Guid.TryParse(this["CommandId"], out var sent) ? CommandIdOf(_sender!, _address!, sent) : null;

    /// <summary>
    /// The browser chooses the number of a sending, so the command's id is made of who sent it and where to as well: nobody can use up, or be answered
    /// by, another's command or another step's.
    /// </summary>
    /// <param name="sender">Id of the signed-in user; empty when nobody is.</param>
    /// <param name="address">Path that the form was sent to.</param>
    public static Guid CommandIdOf(string sender, string address, Guid sent) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"form:{sender}:{address}:{sent:N}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>The version of the stream that the page showed.</summary>
    public long? Seen => long.TryParse(this["Seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    /// <summary>The form tells of this version from now on: it has been shown again with what is new.</summary>
    public void See(long version) => this["Seen"] = version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Begins the name of the hidden field that tells what the page showed in a field.</summary>
    public const string Was = "Was";

    /// <summary>Whether the field is as the page showed it; not when the page does not tell.</summary>
    public bool Untouched(string name) => this[Was + name] is not null && Text(Was + name) == Text(name);

    /// <summary>Makes a form that was refused as old fit to be sent again: what the user did not touch is as it is now.</summary>
    /// <param name="version">Of the stream, read before <paramref name="now"/>.</param>
    /// <param name="whole">Fields that are one thing: a half of each would be nobody's.</param>
    public void Renew(long version, IReadOnlyList<ShownField> now, params IReadOnlyList<string> whole)
    {
        var keeps = whole.Any(name => !Untouched(name));
        foreach (var field in now)
        {
            if (field.Several)
                Fill(field.Name, ShownField.Merged(field.Choices, ShownField.Split(this[Was + field.Name]), All(field.Name)));
            else if (whole.Contains(field.Name) ? !keeps : Untouched(field.Name))
                this[field.Name] = field.Value ?? "";
            this[Was + field.Name] = field.Value ?? "";
        }

        See(version);
    }

    /// <summary>The id of the field's element, which the error summary links to.</summary>
    public string IdOf(string name) => Prefix.Length == 0 ? name : $"{Prefix}-{name}";
}
