using NodaTime;
using Yhteys.Kernel.Storage;

namespace Yhteys.Residents.Care;

/// <summary>A care relation of a person and a unit in one matter.</summary>
/// <param name="Id">Person, matter and unit, see <see cref="IdOf"/>.</param>
/// <param name="EndedAt">Null while it lasts.</param>
[Index("Person")]
[Index("Matter")]
public sealed record CareRelationRow(string Id, Guid Person, Guid Matter, Guid Unit, string Register, Instant BeganAt, Instant? EndedAt)
{
    public static string IdOf(Guid person, Guid matter, Guid unit) => $"{person:N}{matter:N}{unit:N}";
}

/// <summary>Whom a matter concerns and on what grounds which units have a relation to them in it.</summary>
public sealed record CareMatterRow(Guid Matter, Guid Person, string Register, IReadOnlyList<CareGround> Grounds)
{
    internal IEnumerable<Guid> Units => Grounds.Select(g => g.Unit).Distinct();
}
