using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>
/// Somebody tells of a worry about somebody else (huoli-ilmoitus, SHL 35 §). About someone under 18 it is a child-welfare notice
/// (lastensuojeluilmoitus, LSL 25 §), whatever it was called.
/// </summary>
/// <param name="Matter">A new random id; also the id of the matter's key.</param>
/// <param name="NotifierKey">A new random id of the key that seals what is known of the notifier.</param>
/// <param name="Came">web, phone, walk_in, chat, or own for the professional's own notice.</param>
/// <param name="Kind">One of <see cref="Kinds"/>; who tells of danger need not say, and then it is null.</param>
/// <param name="HelpWanted">How soon the notifier thinks help is needed, as in a contact; it never sets urgency.</param>
public sealed record GiveNotice(
    Guid Matter, string Number, Guid NotifierKey, NoticeAbout About, string Came, string Text, string HelpWanted, Notifier Notifier, string? Kind,
    bool StaysUnnamed = false, bool PersonKnows = false, string? Whereabouts = null, bool Danger = false)
{
    /// <summary>Of <see cref="ContactReceived.Channel"/> for every notice.</summary>
    public const string Channel = "worry_notice";

    /// <summary>How to answer: a notice does not ask.</summary>
    public const string NoReply = "none";

    /// <summary>
    /// In what part somebody tells: relative (läheinen), private (muu yksityishenkilö), duty (ilmoitusvelvollinen, LSL 25 § 1 mom, SHL 35 §),
    /// unnamed (nimettömänä).
    /// </summary>
    public static IReadOnlyList<string> Kinds { get; } = ["relative", "private", "duty", "unnamed"];

    public static IReadOnlyList<string> Ways { get; } = ["web", "phone", "walk_in", "chat", "own"];

    public static Decision Decide(Matter state, GiveNotice command, ServiceLines services, IReadOnlyList<UnitRow> units, OfficeHours office, Context context)
    {
        if (state.Exists) return Decision.Nothing;
        if (Words.Refused(command.Text) is { } refusal) return refusal;
        if (command.Whereabouts?.Length > Words.MostCharacters) return new WhereaboutsTooLong();
        if (!ReceiveContact.Hurries.Contains(command.HelpWanted)) return new UnknownHelpWanted();
        if (command.Kind is null ? !command.Danger : !Kinds.Contains(command.Kind)) return new UnknownNotifierKind();
        if (!Ways.Contains(command.Came)) return new UnknownWay();
        var (line, unit) = NoticeWay.Of(command.About, command.Danger, services, units, office, context.Now);
        if (line is null || unit is null) return new UnitDoesNotHandle();

        var about = command.About;
        var received = new ContactReceived(
            command.Matter, command.Number, about.Person, null, line.Register, line.Id, null, unit.Unit, Channel, office.CountsFor(context.Now),
            about.Age, about.Sex, about.Language, about.Municipality, Seal.With(command.Matter, command.Text.Trim()), command.HelpWanted, NoReply, null,
            false, false, command.Danger, false, ArrivedOn: FinnishTime.Day(context.Now));
        var given = new NoticeGiven(
            command.Matter, Seal.With(command.NotifierKey, command.Notifier), command.Kind, command.Came, command.StaysUnnamed, command.PersonKnows,
            string.IsNullOrWhiteSpace(command.Whereabouts) ? null : Seal.With(command.Matter, command.Whereabouts.Trim()), line.Register);
        return Decision
            .Append(command.Matter, [received, given, .. command.Danger ? [AlarmedUnit.Raise(command.Matter, about.Person, line, units)] : Array.Empty<IEvent>()])
            .WithKey(new NewKey(command.Matter, line.Register, "matter", about.Person))
            .WithKey(new NewKey(command.NotifierKey, line.Register, "notifier", command.Matter));
    }
}

/// <summary>Whom a notice is about, as far as it is known.</summary>
/// <param name="Under18">What the notifier said when the age is not known; null = does not know.</param>
public sealed record NoticeAbout(Guid Person, int? Age, bool? Under18, string Sex, string Language, string? Municipality)
{
    /// <summary>One whose age nobody knows gets the protection of a child.</summary>
    public bool IsChild => Age is { } years ? years < 18 : Under18 ?? true;
}

/// <summary>What is known of a notifier; always sealed with the notifier's own key.</summary>
/// <param name="Person">When the notifier is known to the county.</param>
/// <param name="Relation">What the notifier is to the person, in their own words.</param>
public sealed record Notifier(Guid? Person, string? Name, string? Phone, string? Relation);
