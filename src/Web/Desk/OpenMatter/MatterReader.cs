using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>Reads a matter for its page, once the door has let the reader in.</summary>
internal sealed class MatterReader(
    Journal journal, People people, OrganisationQueries organisation, ContentStore content, MatterClocks clocks, Presence presence, IClock clock,
    PageFrame frame)
{
    public MatterModel Read(MatterEntry entry, CurrentUser user)
    {
        var row = entry.Row;
        var today = Fi.Day(clock.GetCurrentInstant());
        var stream = journal.Stream(row.Matter);
        var units = organisation.Units();
        var services = content.Current.Services;
        var lines = services.Lines.Where(l => l.Register == row.Register).ToList();
        var person = IdentityCardModel.Of(entry.Person, people, today);
        return new MatterModel(
            row, person, services.Line(row.ServiceLine)?.Name.In(frame.Language) ?? row.ServiceLine,
            units.FirstOrDefault(u => u.Unit == row.Unit)?.Name.In(frame.Language) ?? "–",
            row.Handler is { } handler ? NameOfStaff(handler) : null, today, clocks.Of(row, today),
            MatterHistory.Messages(stream, journal.Keys, NameOf), MatterHistory.Steps(stream, journal.Keys, NameOf),
            presence.Look(row.Matter, user.Id, user.Name), entry.MayHandle, row.Handler == user.Id,
            [.. lines.Select(l => new Option(l.Id, l.Name.In(frame.Language)))],
            [.. units.Where(u => lines.Exists(l => u.ServiceLines.Contains(l.Id))).Select(u => new Option(u.Unit.ToString(), u.Name.In(frame.Language)))]);

        string NameOfStaff(Guid professional) => organisation.Professional(professional)?.Name ?? "–";

        string NameOf(Actor actor) => actor.Kind switch
        {
            "staff" => NameOfStaff(actor.Id),
            "person" => actor.Id == row.Person ? person.Name : "–",
            _ => "Yhteys",
        };
    }
}
