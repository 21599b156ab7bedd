using System.Globalization;
using Microsoft.Extensions.Localization;
using Yhteys.Access;
using Yhteys.Access.Escalation.Inbox;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Ui;
using Yhteys.Web.Host;
using Yhteys.Web.KeepTyped;

namespace Yhteys.Web.Frame;

/// <summary>Tells the page shell who is signed in, in which language, and what the menu holds.</summary>
internal sealed class FrameFiller(PageFrame frame, IStringLocalizer<Texts> texts, Settings settings, ContentStore content, TaskInbox tasks, FormOwner owner)
{
    private static readonly LongForm
        Contact = new(CasesPages.Contact, $"{CasesPages.Topics}#{PageFrame.LongFormId}"),
        Worry = new(CasesPages.Worry, CasesPages.Worry);

    private static LongForm? LongFormOf(string path) => path switch
    {
        CasesPages.Contact or CasesPages.Topics => Contact,
        CasesPages.Worry => Worry,
        _ => null,
    };

    public void Fill(HttpContext context)
    {
        var user = CurrentUser.Of(context.User);
        var path = context.Request.Path.Value ?? "/";
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        frame.Language = language;
        frame.Path = HttpMethods.IsGet(context.Request.Method) ? path + context.Request.QueryString : path;
        frame.LongForm = user is null ? null : LongFormOf(path);
        frame.SignedInName = user?.Name;
        frame.FormOwner = () => owner.Mark(user);
        frame.Role = user is null ? null : texts[$"Role_{user.Role}"].Value;
        frame.Organisation = content.Current.County.Name.In(language);
        frame.Demo = settings.Demo;
        frame.Roomy = user is null || user.IsResident;
        frame.EmergencyBanner = frame.Roomy ? content.Current.Texts.Get("emergency.banner", language, content.Current.County) : null;
        frame.FooterLinks = [new(AccessModule.Published, texts["Nav_Published"])];
        frame.Banner = user?.May(Rights.AlarmSee) == true ? typeof(Desk.Alarms.AlarmBanner) : null;
        frame.Navigation = () => [.. Navigation.For(user).Select(i => new NavItem(i.Href, texts[i.Text], IsCurrent(i.Href, path) || (i.Also is { } also && IsCurrent(also, path)), CountOf(i, user)))];
    }

    private int? CountOf(Navigation.Item item, CurrentUser? user) => item.Href == AccessModule.Tasks && user is not null && tasks.Waiting(user) is > 0 and var waiting ? waiting : null;

    private static bool IsCurrent(string href, string path) =>
        href == "/" ? path == "/" : path.StartsWith(href, StringComparison.Ordinal);
}
