namespace Yhteys.Access;

/// <summary>An event that opens a matter: it fixes what the clocks must know of the client and the reason.</summary>
public interface IClockSubject
{
    /// <summary>The matter (asia) whose clocks these are.</summary>
    Guid Matter { get; }

    /// <summary>What was known when the matter was opened. A second one for the same matter replaces the first; use <see cref="IClockCorrection"/> for changes.</summary>
    ClockSubject ClockSubject();
}

/// <summary>An event that says that something happened which starts or stops a statutory clock.</summary>
public interface IClockFact
{
    /// <summary>The matter (asia) whose clocks these are.</summary>
    Guid Matter { get; }

    /// <summary>One event may carry several facts: a child-welfare notice is both notice_received and matter_pending.</summary>
    IEnumerable<ClockFact> ClockFacts();
}

/// <summary>An event that ends a matter without care, or opens it again.</summary>
/// <remarks>Closing a matter never makes a clock met: only a fact does.</remarks>
public interface IClockEnding
{
    /// <summary>The matter (asia) whose clocks these are.</summary>
    Guid Matter { get; }

    /// <summary>Null when no clock ended or goes on: what was closed after care and is opened again had ended none.</summary>
    ClockEnding? ClockEnding();
}

/// <summary>An event that corrects what the clocks were told: reason, service line, or a fact with a wrong date.</summary>
public interface IClockCorrection
{
    /// <summary>The matter (asia) whose clocks these are.</summary>
    Guid Matter { get; }

    ClockCorrection ClockCorrection();
}

/// <summary>An event of an answer that was the help itself: helped at first contact (autettu ensikontaktissa), when nothing had been handled before it.</summary>
public interface IFirstContactHelp
{
    /// <summary>The matter (asia) whose contact it was.</summary>
    Guid Matter { get; }
}
