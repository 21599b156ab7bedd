using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yhteys.Ui.Tests.Sample;
using Yhteys.Ui.Write;

namespace Yhteys.Ui.Tests;

public sealed class PageWriterTests
{
    [Theory]
    [InlineData(typeof(Receipt))]
    [InlineData(typeof(Board))]
    [InlineData(typeof(ContactForm))]
    [InlineData(typeof(Worklist))]
    [InlineData(typeof(Brackets))]
    public async Task A_page_is_what_the_renderer_of_the_framework_makes_of_it(Type component)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        using var provider = Page.Services();
        // Each with a page of its own: a script is told once in a page.
        using var scope = provider.CreateScope();
        using var other = provider.CreateScope();
        await using var renderer = new HtmlRenderer(other.ServiceProvider, NullLoggerFactory.Instance);
        var theirs = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(component)).ToHtmlString());
        using var writer = new PageWriter(scope.ServiceProvider);

        var ours = System.Text.Encoding.UTF8.GetString(writer.Page(component, [], layout: null).Span);

        Tree(ours).ShouldBe(Tree(theirs));
        Tree(ours).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void What_is_not_a_parameter_is_an_error_and_not_lost() =>
        Should.Throw<InvalidOperationException>(() => Page.Of<Brackets>(new() { ["Nothing"] = 1 })).Message.ShouldBe("Brackets has no parameter Nothing.");

    [Fact]
    public void A_page_longer_than_what_was_borrowed_is_whole() =>
        Page.Of<Repeated>(new() { ["Times"] = 20_000 }).QuerySelectorAll("p").Length.ShouldBe(20_000);

    [Fact]
    public void All_forms_of_a_page_have_one_token()
    {
        var tokens = Page.Whole<TwoForms>(frame: f => f.SignedInName = "Testi Henkilö").QuerySelectorAll("input[name=__RequestVerificationToken]").Select(i => i.GetAttribute("value")).ToList();
        tokens.Count.ShouldBe(3);
        tokens.Distinct().ShouldHaveSingleItem().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(typeof(Waits), "it has a OnInitializedAsync of its own.")]
    [InlineData(typeof(Ends), "nothing would dispose of it.")]
    [InlineData(typeof(Asks), "a value is given to it by name, or from the address.")]
    [InlineData(typeof(Valued), "write its text, or the choice that is selected.")]
    [InlineData(typeof(Listens), "nothing would answer the browser.")]
    [InlineData(typeof(Holds), "nothing of it lives on.")]
    [InlineData(typeof(GivesByName), "what is inside takes it by its type.")]
    public void What_a_written_page_can_not_have_is_refused(Type component, string why)
    {
        using var provider = Page.Services();
        using var writer = new PageWriter(provider);
        Should.Throw<NotSupportedException>(() => writer.Page(component, [], layout: null)).Message.ShouldEndWith(why);
    }

    // A form's id of the command is new each time.
    private static string Tree(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var id in page.QuerySelectorAll("[name=CommandId]"))
            id.SetAttribute("value", "");
        return page.Body!.OuterHtml;
    }

    public sealed class Waits : ComponentBase
    {
        protected override Task OnInitializedAsync() => Task.Delay(1);
    }

    public sealed class Ends : ComponentBase, IDisposable
    {
        public void Dispose()
        {
        }
    }

    public sealed class Asks : ComponentBase
    {
        [SupplyParameterFromQuery] public string? Name { get; set; }
    }

    public sealed class Listens : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => { }));
            builder.CloseElement();
        }
    }

    public sealed class Holds : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Repeated>(0);
            builder.AddComponentReferenceCapture(1, _ => { });
            builder.CloseComponent();
        }
    }

    public sealed class GivesByName : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<string>>(0);
            builder.AddComponentParameter(1, "Name", "one");
            builder.AddComponentParameter(2, "Value", "a");
            builder.CloseComponent();
        }
    }

    public sealed class Valued : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "textarea");
            builder.AddAttribute(1, "value", "text");
            builder.CloseElement();
        }
    }

    /// <summary>All that has a meaning in HTML, as text, in attributes and as markup; flags, void elements, content given on and values given down.</summary>
    public sealed class Brackets : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "title", "\"<ä & 'ö'>\" 😀");
            builder.AddAttribute(2, "hidden", true);
            builder.AddAttribute(3, "draggable", false);
            builder.AddAttribute(4, "lang", (string?)null);
            builder.AddAttribute(5, "data-number", 12);
            builder.AddContent(6, "<script>alert('x')</script> & “ä” \u00a0 \ud83d\ude00");
            builder.AddMarkupContent(7, "<br><b>ö</b>");
            builder.OpenElement(8, "input");
            builder.AddMultipleAttributes(9, new Dictionary<string, object> { ["name"] = "a", ["disabled"] = true });
            builder.CloseElement();
            builder.CloseElement();
            builder.OpenComponent<CascadingValue<FormState>>(10);
            builder.AddComponentParameter(11, "Value", new FormState { ["Nimi"] = "Ää & <b>" });
            builder.AddComponentParameter(12, "ChildContent", (RenderFragment)(b =>
            {
                b.OpenComponent<TextInput>(0);
                b.AddComponentParameter(1, "Name", "Nimi");
                b.AddComponentParameter(2, "Label", "Nimi");
                b.AddComponentParameter(3, "data-suggest", "/x?a=1&b=2");
                b.CloseComponent();
            }));
            builder.CloseComponent();
            builder.OpenComponent<DynamicComponent>(13);
            builder.AddComponentParameter(14, "Type", typeof(Badge));
            builder.AddComponentParameter(15, "Parameters", new Dictionary<string, object> { ["Text"] = "1 < 2", ["Tone"] = Tone.Warning });
            builder.CloseComponent();
            builder.OpenElement(16, "ul");
            foreach (var item in new[] { "a", "b" })
                builder.AddContent(17, (RenderFragment)(b => b.AddContent(0, item)));
            builder.CloseElement();
        }
    }

    public sealed class Repeated : ComponentBase
    {
        [Parameter] public int Times { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            for (var i = 0; i < Times; i++)
            {
                builder.OpenElement(0, "p");
                builder.AddContent(1, "Väli");
                builder.CloseElement();
            }
        }
    }

    public sealed class TwoForms : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            foreach (var action in new[] { "/a", "/b" })
            {
                builder.OpenComponent<PostForm>(0);
                builder.AddComponentParameter(1, "Action", action);
                builder.CloseComponent();
            }
        }
    }
}
