using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;

namespace Yhteys.Content.Tests;

public abstract class TakeIntoUseTests(string engine) : IDisposable
{
    private readonly ContentCopy _copy = new();
    private TestJournal? _opened;

    internal TestJournal Test
    {
        get
        {
            if (Engines.Missing(engine) is { } reason)
                Assert.Skip(reason);
            return _opened ??= new(engine, s => s.AddContent(_copy.Root));
        }
    }

    private ContentTaking Taking => Test.Services.GetRequiredService<ContentTaking>();

    private ContentHistory History => Test.Services.GetRequiredService<ContentHistory>();

    private ContentStore Store => Test.Services.GetRequiredService<ContentStore>();

    [Fact]
    public async Task The_first_start_takes_each_kind_into_use_with_its_full_text()
    {
        (await Taking.Take(Actor.System)).ShouldBeEmpty();

        Test.Journal.Read().Select(r => r.Alias).ShouldBe(ContentKinds.All.Select(_ => "content.taken-into-use/1"));
        History.Versions().Select(v => (v.Kind, v.Number)).ShouldBe(ContentKinds.All.Order(StringComparer.Ordinal).Select(k => (k, 1)));
        var texts = History.On(ContentKinds.Texts, Test.Clock.Now).ShouldNotBeNull();
        texts.Hash.ShouldBe(Store.Current.HashOf(ContentKinds.Texts));
        texts.Files.Select(f => f.Json).ShouldBe(Store.Current.Files(ContentKinds.Texts).Select(f => f.Json));
        Test.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_content_again_is_nothing_and_a_changed_kind_is_a_new_version()
    {
        await Taking.Take(Actor.System);
        var before = Test.Clock.Now;
        Test.Clock.Advance(Duration.FromDays(1));
        await Taking.Take(Actor.System);
        Test.Journal.Head.Position.ShouldBe(ContentKinds.All.Count);

        _copy.Change("texts/help.json", "Inget hittades", "Ingenting hittades");
        await Taking.Take(Actor.System);

        Test.Journal.Head.Position.ShouldBe(ContentKinds.All.Count + 1);
        History.On(ContentKinds.Texts, Test.Clock.Now)!.Version.ShouldBe(2);
        History.On(ContentKinds.Texts, before)!.Version.ShouldBe(1);
        History.On(ContentKinds.Texts, before - Duration.FromSeconds(1)).ShouldBeNull();

        _copy.Change("texts/help.json", "Ingenting hittades", "Inget hittades");
        await Taking.Take(Actor.System);
        var back = History.On(ContentKinds.Texts, Test.Clock.Now)!;
        (back.Version, back.Hash).ShouldBe((3, History.On(ContentKinds.Texts, before)!.Hash));
    }

    [Fact]
    public async Task With_a_bad_file_at_start_the_version_in_the_journal_stays_in_use()
    {
        await Taking.Take(Actor.System);
        Test.Close();
        _copy.Write("texts/help.json", "{ \"texts\": [");
        _copy.Write("settings/county.json", "{}");
        Test.Open();

        var problems = await Taking.Take(Actor.System);

        problems.Select(p => p.File).Distinct().ShouldBe(["settings/county.json", "texts/help.json"]);
        Store.Current.Missing.ShouldBeEmpty();
        Store.Current.Texts["help.search_empty"].Sv.ShouldStartWith("Inget hittades");
        Store.Current.County.Phones.Emergency.ShouldBe("112");
        Test.Journal.Head.Position.ShouldBe(ContentKinds.All.Count);
    }

    [Fact]
    public async Task A_bad_file_on_an_empty_journal_leaves_the_kind_missing()
    {
        _copy.Write("settings/county.json", "{}");
        (await Taking.Take(Actor.System)).ShouldNotBeEmpty();
        Store.Current.Missing.ShouldBe([ContentKinds.Settings]);
        History.Versions().ShouldNotContain(v => v.Kind == ContentKinds.Settings);
    }

    [Fact]
    public async Task A_version_that_the_schema_no_longer_allows_is_not_put_back()
    {
        await Taking.Take(Actor.System);
        Test.Close();
        _copy.Write("settings/county.json", "{}");
        _copy.Change("schemas/setting.schema.json", "\"const\": \"112\"", "\"const\": \"911\"");
        Test.Open();

        (await Taking.Take(Actor.System)).ShouldContain(p => p.Path == "$.phones.emergency");
        Store.Current.Missing.ShouldBe([ContentKinds.Settings]);
    }

    public void Dispose()
    {
        _opened?.Dispose();
        _copy.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class TakeIntoUseOnSqlite() : TakeIntoUseTests(Engines.Sqlite);

public sealed class TakeIntoUseOnPostgres() : TakeIntoUseTests(Engines.Postgres);
