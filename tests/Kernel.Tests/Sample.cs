using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel.Tests;

/// <summary>A small domain of its own, so that the kernel is tested without a word of any module.</summary>
[Alias("sample.opened/1")]
internal sealed record AccountOpened(string Name, Sealed<string>? Secret = null) : IEvent
{
    public string Register => "none";
}

[Alias("sample.deposited/1")]
internal sealed record Deposited(int Amount) : IEvent
{
    public string Register => "none";
}

internal sealed record Account(bool Open, int Balance) : IState<Account>
{
    public static Account Empty => new(false, 0);

    public static Account Evolve(Account state, Recorded recorded) => recorded.Event switch
    {
        AccountOpened => state with { Open = true },
        Deposited d => state with { Balance = state.Balance + d.Amount },
        _ => state,
    };
}

[Index("Balance")]
internal sealed record AccountRow(Guid Id, string Name, int Balance, long LastPosition, Sealed<string>? Secret);

internal sealed record TotalRow(string Name, long Total, int Deposits);

internal sealed record NotOpen() : Refusal("Sample_NotOpen");

internal sealed class AccountView(int version = 1, string contentHash = "", int bonus = 0) : View
{
    public override string Name => "account";
    public override int Version => version;
    public override string ContentHash => contentHash;
    public override IReadOnlyList<Type> Rows => [typeof(AccountRow)];

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is AccountOpened opened)
            rows.Put(new AccountRow(recorded.Stream, opened.Name, bonus, recorded.Position, opened.Secret));
        else if (recorded.Event is Deposited deposited && rows.Get<AccountRow>(recorded.Stream) is { } row)
            rows.Put(row with { Balance = row.Balance + deposited.Amount, LastPosition = recorded.Position });
    }
}

internal sealed class TotalView(bool mended = false) : View
{
    public override string Name => "total";
    public override bool Inline => false;
    public override IReadOnlyList<Type> Rows => [typeof(TotalRow)];
    public override bool Handles(Type eventType) => eventType == typeof(Deposited);

    public override void Fold(Recorded recorded, IRows rows)
    {
        var row = rows.Get<TotalRow>("all") ?? new TotalRow("all", 0, 0);
        var amount = ((Deposited)recorded.Event).Amount;
        if (amount == int.MaxValue && !mended)
            throw new InvalidOperationException("A view with a bug.");
        rows.Put(row with { Total = row.Total + amount, Deposits = row.Deposits + 1 });
    }
}

/// <summary>Writes rows without reading them first, and has a bug for one amount.</summary>
internal sealed class BlindView : View
{
    public override string Name => "blind";
    public override IReadOnlyList<Type> Rows => [typeof(LatestRow)];
    public override bool Handles(Type eventType) => eventType == typeof(Deposited);

    public override void Fold(Recorded recorded, IRows rows)
    {
        var amount = ((Deposited)recorded.Event).Amount;
        if (amount == 13)
            rows.Delete<LatestRow>(recorded.Stream);
        else
            rows.Put(new LatestRow(recorded.Stream, amount));
        if (amount == -1)
            throw new InvalidOperationException("An inline view with a bug.");
    }
}

internal sealed record LatestRow(Guid Id, int Amount);

internal static class Sample
{
    public static Decision Open(string name, Guid id, string? secret = null)
    {
        var key = id;
        var accepted = Decision.Append(id, new AccountOpened(name, secret is null ? null : Seal.With(key, secret)));
        return secret is null ? accepted : accepted.WithKey(new NewKey(key, "none", "test", id));
    }

    public static Decision Deposit(Account account, Guid id, int amount) =>
        account.Open ? Decision.Append(id, new Deposited(amount)) : new NotOpen();
}
