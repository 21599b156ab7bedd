using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>
/// What the client permits of each register: that professionals of the other one, who have a relation to the client, see it (act 703/2023).
/// Said by the client, or written down by a professional from the client's word.
/// </summary>
/// <param name="Word">Whose word a professional wrote down, see <see cref="ClientWords"/>; not asked of the client.</param>
public sealed record ClientPermissions(Guid Person, bool Health, bool Social, string? Word = null, long? Seen = null)
{
    /// <param name="row">The client; an unknown age counts as grown up. Of a child too young to permit alone, a professional writes down the guardians' word.</param>
    public static Decision Decide(PersonState state, ClientPermissions command, PersonRow? row, Context context)
    {
        if (!state.Registered || row is null) return new PersonNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        var age = row.AgeOn(FinnishTime.Day(context.Now));
        var own = context.Actor.Kind == "person";
        if (own && age < RepresentativeKinds.AloneFrom) return new GuardiansPermit();
        if (!own && !ClientWords.Of(age).Contains(command.Word)) return new WordMissing();
        // Of a grown-up it is the client's own word, and needs no saying.
        var word = own || age is null or >= RepresentativeKinds.OfAge ? null : command.Word;
        SetRegisterPermission[] both = [new(command.Person, Registers.Health, command.Health, word), new(command.Person, Registers.Social, command.Social, word)];
        return Decision.Append([.. both.Select(one => SetRegisterPermission.Decide(state, one)).OfType<Decision.Accepted>().SelectMany(d => d.Appends)]);
    }
}

/// <summary>Whose word a permission is.</summary>
public static class ClientWords
{
    public const string Client = "client", Guardian = "guardian";

    /// <summary>client; of a minor also guardian, where the minor is not able to decide; of a child under 12 guardian only.</summary>
    public static IReadOnlyList<string?> Of(int? age) =>
        age < RepresentativeKinds.AloneFrom ? [Guardian] : age < RepresentativeKinds.OfAge ? [Client, Guardian] : [Client];
}

public sealed record GuardiansPermit() : Refusal("GuardiansPermit");

public sealed record WordMissing() : Refusal("WordMissing", "Word");
