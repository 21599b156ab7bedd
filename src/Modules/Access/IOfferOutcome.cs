using NodaTime;

namespace Yhteys.Access;

/// <summary>An event that says that an offered time did not lead to care because of the client. The clocks run on; the figures count it in a column of its own.</summary>
public interface IOfferOutcome
{
    /// <summary>The matter (asia) for which the time was offered.</summary>
    Guid Matter { get; }

    OfferOutcome OfferOutcome();
}

/// <summary>An event that says that an <see cref="IOfferOutcome"/> of the same stream was recorded by mistake.</summary>
public interface IOfferOutcomeTakenBack
{
    /// <summary>Version of the mistaken event in the stream.</summary>
    int Recording { get; }
}

/// <summary>That an offered or booked time did not lead to care because of the client.</summary>
/// <param name="Day">The day in Finland that it is counted on: when the offer was declined, or the day of the missed appointment. Null when the event has none: then the day on which it happened.</param>
public sealed record OfferOutcome(OfferOutcomeKind Kind, LocalDate? Day);

/// <summary>Why an offered or booked time did not lead to care.</summary>
public enum OfferOutcomeKind
{
    /// <summary>The client declined the offered time.</summary>
    Declined,

    /// <summary>The client did not come to a booked appointment (käyttämätön aika).</summary>
    NoShow,
}
