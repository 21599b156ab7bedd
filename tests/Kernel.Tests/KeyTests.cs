using Yhteys.Kernel.Sealing;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public abstract class KeyTests(string engine) : OnEngine(engine)
{
    [Fact]
    public async Task What_a_destroyed_key_sealed_is_gone_for_good_and_all_else_stays()
    {
        var (lost, kept) = (await Open("A", "salaisuus"), await Open("B", "jää"));
        await Test.Handle(_ => Decision.Append(lost, new KeysDestroyed([lost])));

        Opened(lost).ShouldBeNull();
        Reopen();
        (Opened(lost), Opened(kept), Journal.Keys.Has(lost)).ShouldBe((null, "jää", false));
        foreach (var view in Journal.Views.Views)
            await Journal.Rebuild(view);
        (Opened(lost), Opened(kept)).ShouldBe((null, "jää"));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_is_neither_made_nor_destroyed_by_a_command_that_fails()
    {
        var (id, never) = (await Open("A", "salaisuus"), Guid.NewGuid());
        await Should.ThrowAsync<InvalidOperationException>(Test.Handle(_ =>
            Decision.Append(never, new KeysDestroyed([id]), new AccountOpened("B", Seal.With(Guid.NewGuid(), "no key"))).WithKey(new NewKey(never, "none", "test"))));

        (Opened(id), Journal.Keys.Has(never)).ShouldBe(("salaisuus", false));
        Journal.Head.Position.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_are_wrapped_and_bytes_bound_to_their_key()
    {
        var (a, b) = (await Open("A", "yksi"), await Open("B", "kaksi"));
        Test.Database.Query<byte[]>("select wrapped from sealing_keys").ShouldAllBe(w => w.Length == 1 + 12 + 32 + 16);
        var (one, two) = (Journal.Find<AccountRow>(a)!.Secret!, Journal.Find<AccountRow>(b)!.Secret!);
        byte[] mixed = [.. one.Bytes()[..16], .. two.Bytes()[16..]];
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => Journal.Keys.Open(Sealed<string>.FromBytes(mixed)));
        Journal.Keys.Load([a, b]);
        Journal.Keys.Open(one).ShouldBe("yksi");
    }

    [Fact]
    public async Task A_key_that_was_wrapped_before_its_row_was_bound_opens_what_it_sealed()
    {
        var (id, master, data) = (await Open("A", "yksi"), System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var hex = Convert.ToHexString(SealedBytes.Close(master, data, id.ToByteArray()));
        Tamper($"update sealing_keys set wrapped = {(this is KeyOnSqliteTests ? $"x'{hex}'" : $"decode('{hex}', 'hex')")}");
        new KeyRing(Test.Database, master).ForSealing(id).ShouldBe(data);
    }

    private string? Opened(Guid id) => Journal.Keys.Open(Journal.Find<AccountRow>(id)!.Secret);
}

public sealed class KeyOnSqliteTests() : KeyTests(Engines.Sqlite);

public sealed class KeyOnPostgresTests() : KeyTests(Engines.Postgres);
