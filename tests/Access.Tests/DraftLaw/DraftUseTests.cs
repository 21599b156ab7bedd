using NodaTime;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.ReadLaw;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.DraftLaw;

/// <summary>Whether a draft is in use follows from the versions of the law, whatever has been taken since.</summary>
public class DraftUseTests
{
    private const string Therapy = "rules/therapy-guarantee.json", Primary = "rules/primary-care.json";
    private static readonly Guid Anna = Guid.NewGuid(), Beata = Guid.NewGuid();
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 8, 0);
    private static readonly ContentStore Store = Loaded();
    private static readonly IReadOnlyList<ContentFile> Original = Store.Current.Files(ContentKinds.Rules);

    // 21 days instead of 28, and beside it another change that is not the draft's.
    private static readonly IReadOnlyList<ContentFile> Drafted = Changed(Original, Therapy, "\"n\": 28", "\"n\": 21");
    private static readonly IReadOnlyList<ContentFile> Beside = Changed(Drafted, Primary, "\"n\": 3,", "\"n\": 2,");

    [Fact]
    public void A_draft_that_nobody_took_is_not_in_use() => Use(Original).ShouldBeNull();

    [Fact]
    public void It_is_in_use_from_the_taking_on_though_something_else_changes_later() =>
        Use(Original, Drafted, Beside).ShouldBe(new DraftUse(Day(1), null, Anna));

    [Fact]
    public void It_was_in_use_until_its_own_change_was_undone() =>
        Use(Original, Drafted, Original).ShouldBe(new DraftUse(Day(1), Day(2), Anna));

    [Fact]
    public void What_was_taken_again_is_in_use_since_then() =>
        Use(Original, Drafted, Original, Drafted).ShouldBe(new DraftUse(Day(3), null, Anna));

    [Fact]
    public void What_was_in_use_before_it_was_saved_does_not_count() =>
        DraftUse.Of(Files, Day(2), Law(Original, Drafted, Original)).ShouldBeNull();

    [Fact]
    public void Line_ends_of_a_browser_say_nothing_else() =>
        DraftUse.Of([.. Files.Select(f => f with { Json = f.Json.ReplaceLineEndings("\r\n") })], Start, Law(Original, Drafted)).ShouldBe(new DraftUse(Day(1), null, Anna));

    [Fact]
    public void What_others_took_with_it_and_changed_again_is_not_its_own() =>
        Use(Original, Beside, Drafted).ShouldBe(new DraftUse(Day(1), null, Anna));

    [Fact]
    public void A_law_that_can_not_be_read_brings_nothing_back_into_use()
    {
        var law = Law(Original, Drafted, Original, Original);
        DraftUse.Of(Files, Start, law with { Times = [.. law.Times.Take(3), law.Times[3] with { Law = null }] }).ShouldBe(new DraftUse(Day(1), Day(2), Anna));
    }

    private static IReadOnlyList<ContentText> Files => [.. Drafted.Where(f => f.Path == Therapy).Select(f => new ContentText(f.Path, f.Json))];

    private static DraftUse? Use(params IReadOnlyList<ContentFile>[] rules) => DraftUse.Of(Files, Start, Law(rules));

    private static LawVersions Law(params IReadOnlyList<ContentFile>[] rules) => new(
        [.. rules.Select((files, day) => new LawTime(Day(day), Clocks(files)))],
        [.. rules.Select((files, day) => (Day(day), new ContentTakenIntoUse(ContentKinds.Rules, day + 1, $"hash-{day}", [.. files.Select(f => new ContentText(f.Path, f.Json))])))],
        [.. rules.Select((files, day) => new ContentVersionRow($"rules/{day + 1}", ContentKinds.Rules, day + 1, $"hash-{day}", files.Count, Day(day), day % 2 == 1 ? Anna : Beata, "Päätös"))]);

    private static Yhteys.Access.Clocks.Law Clocks(IReadOnlyList<ContentFile> files)
    {
        var (next, problems) = Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = files });
        problems.ShouldBeEmpty();
        return Yhteys.Access.Clocks.Law.Of(next!);
    }

    private static IReadOnlyList<ContentFile> Changed(IReadOnlyList<ContentFile> files, string path, string from, string to) =>
        [.. files.Select(f => f.Path != path ? f : ContentFile.Of(f.Kind, f.Path, f.Json[..f.Json.IndexOf(from, StringComparison.Ordinal)] + to + f.Json[(f.Json.IndexOf(from, StringComparison.Ordinal) + from.Length)..]))];

    private static ContentStore Loaded()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return store;
    }

    private static Instant Day(int day) => Start + Duration.FromDays(day);
}
