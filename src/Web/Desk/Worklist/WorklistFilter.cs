using System.Globalization;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>What of the worklist is looked at; all of it is in the address.</summary>
/// <param name="Registers">The registers in which the role may see a worklist.</param>
/// <param name="Unit">Null for all units of the county.</param>
/// <param name="Whose">mine, free (nobody has taken it, or who has it has left), or null for all.</param>
/// <param name="Page">1 is the first.</param>
/// <param name="ChildWelfare">Matters of child welfare are shown too: only to social workers of units that handle them.</param>
public sealed record WorklistFilter(
    IReadOnlyList<string> Registers, Guid? Unit, string? Line, string? Channel, string? Whose, Guid Me, int Page, bool ChildWelfare = false)
{
    public const string AllUnits = "all";
    public const string Mine = "mine";
    public const string Free = "free";

    public static IReadOnlyList<string> Channels { get; } = ["web", "phone", "chat", "walk_in", "worry_notice", "referral", "application", "authority", "notice"];

    /// <summary>One's own unit, unless another or the whole county is asked for; what one has taken oneself is of all units, since the form sends one's own by itself.</summary>
    /// <param name="own">The reader's own unit.</param>
    public static WorklistFilter Of(FormState form, CurrentUser user, UnitRow? own) => new(
        [.. Rights.RegistersOf(user.Role, Rights.MatterList)],
        (form.Text("unit") is { } asked ? Guid.TryParse(asked, out var unit) ? unit : (Guid?)null : user.Unit) is { } at && !(at == user.Unit && form.Text("whose") == Mine) ? at : null,
        form.Text("line"),
        form.Text("channel"),
        form.Text("whose") is Mine or Free ? form.Text("whose") : null,
        user.Id,
        PageNumber.Of(form.Text("page")),
        Cases.ChildWelfare.MayHandle(user.Role, own));

    public bool Filtered => Line is not null || Channel is not null || Whose is not null;

    /// <summary>The same filter as a query of an address, for a page of the list.</summary>
    public string Query(int page) => QueryString.Create(new Dictionary<string, string?>
    {
        ["unit"] = Unit?.ToString() ?? AllUnits,
        ["line"] = Line,
        ["channel"] = Channel,
        ["whose"] = Whose,
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => p.Value is not null)).ToString();
}
