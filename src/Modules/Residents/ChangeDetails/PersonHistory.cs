using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;

namespace Yhteys.Residents;

/// <summary>What has been changed of a person, when and in whose name; never what it was before.</summary>
internal static class PersonHistory
{
    private const int Most = 30;

    /// <summary>The changes, newest first; only the latest of many.</summary>
    /// <param name="registers">What the reader may see: a unit of the other register would tell that the person is its client (act 703/2023).</param>
    public static IReadOnlyList<PersonChange> Of(IReadOnlyList<Recorded> stream, IReadOnlyCollection<string> registers) =>
        [.. stream.Reverse().Where(r => PersonState.Changes(r.Event.GetType())).Take(Most).Select(r => Told(r, registers))];

    /// <summary>The registers whose professionals the reader may know by role and unit.</summary>
    public static IReadOnlyCollection<string> RegistersOf(PersonEntry entry) =>
        [.. Rights.RegistersOf(entry.User.Role, Rights.MatterRead), .. entry.Ground == ReadGround.BrokenGlass ? [] : entry.Row.Permissions];

    private static PersonChange Told(Recorded change, IReadOnlyCollection<string> registers) =>
        Rights.RegistersOf(change.Actor.Role, Rights.MatterRead).All(registers.Contains)
            ? new(Key(change), change.HappenedAt, change.Actor.Kind, change.Actor.Role, change.Actor.Unit)
            : new(Key(change), change.HappenedAt, "other", "", null);

    private static string Key(Recorded change) => change.Event switch
    {
        AddressChanged { Address: null } => "change.address-removed",
        MunicipalityChanged { Municipality: null } => "change.municipality-removed",
        _ => Key(change.Alias),
    };

    // residents.address-changed/1 is told by the text change.address-changed.
    private static string Key(string alias) => "change" + alias[alias.IndexOf('.', StringComparison.Ordinal)..alias.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>Something of a person was changed.</summary>
/// <param name="Key">Text key of what.</param>
/// <param name="By">staff, person, system, or other: a professional of a register that the reader may not see.</param>
public sealed record PersonChange(string Key, Instant At, string By, string Role, Guid? Unit);
