using System.Globalization;

namespace Yhteys.Ui;

/// <summary>A link of the main navigation, tabs, bread crumbs or footer.</summary>
/// <param name="Current">True for the page that is open.</param>
/// <param name="Count">Shown beside the text, e.g. open matters; null shows none.</param>
public sealed record NavItem(string Href, string Text, bool Current = false, int? Count = null);

/// <summary>All that is around a page. One per request; the host fills it before the page is rendered.</summary>
public sealed class PageFrame
{
    private readonly HashSet<string> _scripts = new(StringComparer.Ordinal);

    /// <summary>fi, sv or en: the language of the page.</summary>
    public string Language { get; set; } = FiWords.Code(CultureInfo.CurrentUICulture);

    /// <summary>Title of the browser tab, without the product's name: the page's <c>PageHeading</c> gives it.</summary>
    public string? Title { get; set; }

    /// <summary>Name of the county or of the service, shown beside the product's name.</summary>
    public string? Organisation { get; set; }

    /// <summary>Null when nobody has signed in.</summary>
    public string? SignedInName { get; set; }

    /// <summary>The role in words, in the page's language.</summary>
    public string? Role { get; set; }

    /// <summary>The menu; asked for when a page is drawn, since an answer that leads elsewhere has none.</summary>
    public Func<IReadOnlyList<NavItem>> Navigation { get; set; } = () => [];

    /// <summary>Accessibility statement, privacy and other links of the footer.</summary>
    public IReadOnlyList<NavItem> FooterLinks { get; set; } = [];

    /// <summary>Synthetic data only: shown loudly on each page and each print.</summary>
    public bool Demo { get; set; }

    /// <summary>What to do in an emergency; always the first text of the page.</summary>
    public string? EmergencyBanner { get; set; }

    /// <summary>A component before the page's header on every page, e.g. an alarm; null shows none.</summary>
    public Type? Banner { get; set; }

    /// <summary>Roomy for residents (targets of 44 px), dense for staff.</summary>
    public bool Roomy { get; set; }

    /// <summary>Path and query of this page: where the language switch comes back to.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The long form on this page, whose element is <see cref="LongFormId"/>: the language switch takes along what has been typed into it. Null when there is none.</summary>
    public LongForm? LongForm { get; set; }

    public const string LongFormId = "send";

    /// <summary>The field with <see cref="LongForm"/> that the language switch adds: a form with it is only shown again.</summary>
    public const string AgainField = "__Again";

    public string HomeHref { get; set; } = "/";

    /// <summary>Null shows no sign-in link.</summary>
    public string? SignInHref { get; set; } = "/sign-in";

    public string SignOutHref { get; set; } = "/sign-out";

    /// <summary>Name of the hidden field with <see cref="FormOwner"/>; what begins so is no field of a form's own.</summary>
    public const string OwnerField = "__Owner";

    /// <summary>Whose page this is, sealed, for its forms to carry; asked for when a form is drawn, and null when nobody has signed in.</summary>
    public Func<string?> FormOwner { get; set; } = () => null;

    internal Microsoft.AspNetCore.Antiforgery.AntiforgeryTokenSet? FormToken { get; set; }

    internal string? FormOwnerMark { get; set; }

    // Two charts or live regions on a page need their script once.
    internal bool TakeScript(string name) => _scripts.Add(name);
}

/// <summary>A form that is worth taking along.</summary>
/// <param name="Path">Where it is sent, and shown.</param>
/// <param name="Enter">Where Enter in a field sends it: the first button of a form is pressed, and the switch stands before the form's own.</param>
public sealed record LongForm(string Path, string Enter);
