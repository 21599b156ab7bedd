using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The unit's clients come to this address from now on.</summary>
public sealed record SetUnitAddress(Guid Unit, UnitAddress Address, long? Seen = null)
{
    private const int Digits = 5;

    public static Decision Decide(UnitState state, SetUnitAddress command, LocalDate today) =>
        !state.Open ? new UnitNotFound()
        : state.HasEnded(today) ? new UnitIsClosed()
        : state.Changed(command.Seen) is { } changed ? changed
        : Refused(command.Address) is { } refusal ? refusal
        : state.Address == command.Address ? Decision.Nothing
        : Decision.Append(command.Unit, new UnitAddressSet(command.Unit, command.Address));

    /// <summary>What is wrong with an address; null when nothing is.</summary>
    internal static Refusal? Refused(UnitAddress address) =>
        Missing(address.Street) ? new StreetMissing()
        : !IsPostalCode(address.PostalCode) ? new PostalCodeWrong()
        : Missing(address.PostOffice) ? new PostOfficeMissing()
        : null;

    internal static bool IsPostalCode(string code) => code.Length == Digits && code.All(char.IsAsciiDigit);

    private static bool Missing(LocalText text) => string.IsNullOrWhiteSpace(text.Fi);
}
