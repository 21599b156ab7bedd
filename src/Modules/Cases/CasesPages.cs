using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yhteys.Access;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>The resident's pages of the module, and the recording of a contact that came by another channel.</summary>
public static class CasesPages
{
    public const string Contact = "/contact";
    public const string Topics = "/contact/topics";
    public const string MyMatters = "/my-matters";
    internal const string New = "/contacts/new";
    internal const string Guess = "/contacts/guess";

    /// <summary>A resident tells of a worry about somebody else.</summary>
    public const string Worry = "/worry";

    /// <summary>A professional makes or records a notice of worry.</summary>
    public const string NewNotice = "/notices/new";

    /// <summary>What else than a contact opens a matter: a referral, an application, a birth.</summary>
    public const string NewArrival = "/arrivals/new";

    public static string Receipt(string number) => $"/receipt/{number}";

    /// <summary>The receipt as the professional who recorded the contact sees it.</summary>
    public static string Recorded(string number) => $"/contacts/recorded/{number}";

    public static string Messages(Guid matter) => $"/my-matters/{matter}/messages";

    /// <summary>The conversation alone, for a page that shows what has come since.</summary>
    internal static string Conversation(Guid matter) => $"{Messages(matter)}/latest";

    /// <summary>Live topic of the messages of a matter; for those who may read them.</summary>
    public static string LiveMessages(Guid matter) => $"{MessagesTopic}{matter:N}";

    /// <summary>What the topic of a matter's messages begins with; its id follows.</summary>
    public const string MessagesTopic = "messages-";

    /// <summary>The matter's page for professionals, telling what was just done: the version of its event, which the page says in words.</summary>
    public static string Done(Guid matter, Outcome.Done done) => done.Events.LastOrDefault(r => r.Stream == matter) is { } recorded
        ? string.Create(CultureInfo.InvariantCulture, $"{MatterAddress.Of(matter)}?done={recorded.Version}")
        : MatterAddress.Of(matter);

    /// <summary>Records a contact of the person; the resident's identity card leads here.</summary>
    public static string RecordContact(Guid person) => $"{New}?person={person}";

    /// <summary>The service that the words typed so far mean for the person.</summary>
    internal static string GuessFor(Guid person) => $"{Guess}?person={person}";

    /// <summary>The form of one kind of arrival on a service line.</summary>
    public static string Arrival(string kind, string line, Guid person) => $"{NewArrival}/{kind}/{line}?person={person}";

    public static void MapCases(this IEndpointRouteBuilder pages)
    {
        ContactPage.Map(pages);
        RecordContactPage.Map(pages);
        WorryPage.Map(pages);
        RecordNoticePage.Map(pages);
        ReceiptPage.Map(pages);
        MyMattersPage.Map(pages);
        MessagesPage.Map(pages);
    }
}
