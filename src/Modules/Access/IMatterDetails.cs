namespace Yhteys.Access;

/// <summary>An event that opens a matter and tells what the boards need of it besides its clocks.</summary>
public interface IMatterDetails
{
    /// <summary>The matter (asia).</summary>
    Guid Matter { get; }

    /// <summary>Whom it concerns; used to count matters of one person, never shown on a board.</summary>
    Guid Person { get; }

    /// <summary>How the contact came, for example web or worry_notice.</summary>
    string Channel { get; }

    /// <summary>The topic that was chosen; null when none was.</summary>
    string? Topic { get; }

    /// <summary>Three digits; null when unknown or under non-disclosure.</summary>
    string? Municipality { get; }

    /// <summary>Age in whole years on the day of contact; null when nobody knows it.</summary>
    int? Age { get; }
}
