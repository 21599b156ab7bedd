using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Yhteys.Web.SignIn;

/// <summary>What a ticket tells of its session besides whose it is: an id by which it can be ended, and when it began, which no renewal moves.</summary>
internal readonly record struct Session(Guid Id, DateTimeOffset Began)
{
    /// <summary>However busy it is, a session ends after this: a long shift.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string IdItem = "yhteys.session", BeganItem = "yhteys.began";

    /// <summary>Writes a new session into a ticket.</summary>
    public static void Begin(AuthenticationProperties ticket, DateTimeOffset now)
    {
        ticket.SetString(IdItem, Guid.NewGuid().ToString("N"));
        ticket.SetString(BeganItem, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The session of a ticket; null when there is none that could be ended.</summary>
    public static Session? Of(AuthenticationProperties? ticket) =>
        Guid.TryParseExact(ticket?.GetString(IdItem), "N", out var id)
        && long.TryParse(ticket?.GetString(BeganItem), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
            ? new(id, DateTimeOffset.FromUnixTimeSeconds(began))
            : null;
}
