using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>A professional comes to the county's service; the licence follows from the profession.</summary>
public sealed record AppointProfessional(Guid Professional, string GivenName, string Surname, string Profession, LocalDate AppointedOn)
{
    public const int LongestName = 80;

    /// <param name="codes">The professions in force.</param>
    public static Decision Decide(ProfessionalState state, AppointProfessional command, ServiceLines codes)
    {
        if (state.Appointed) return new AlreadyAppointed();
        if (string.IsNullOrWhiteSpace(command.GivenName) || string.IsNullOrWhiteSpace(command.Surname)) return new ProfessionalNameMissing();
        if (!Typed.IsName(command.GivenName)) return new ProfessionalNameWrong("GivenName");
        if (!Typed.IsName(command.Surname)) return new ProfessionalNameWrong("Surname");
        return codes.Profession(command.Profession) is { } profession
            ? Decision.Append(command.Professional, new ProfessionalAppointed(
                command.Professional, command.GivenName, command.Surname, profession.Id, profession.Licence, command.AppointedOn))
            : new UnknownProfession(command.Profession);
    }
}
