using NodaTime;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

internal enum Colour
{
    Red,
    Green,
}

internal sealed record Everything(
    Guid Id, string? Word, int Small, long Big, bool Flag, double Share, Instant Moment, LocalDate Day, Colour Colour, Guid? Other, int? Count,
    LocalDate? Maybe, Colour? Tint, byte[]? Raw, IReadOnlyList<string> Names, LocalTime Clock, Sealed<string>? Text, Sealed<int[]>? Numbers, Pair? Packed);

internal sealed record Pair(byte One, byte Two) : IPacked<Pair>
{
    public byte[] Pack() => [One, Two];

    public static Pair Unpack(ReadOnlySpan<byte> bytes) => new(bytes[0], bytes[1]);
}

internal sealed class EverythingView : View
{
    public override string Name => "everything";
    public override IReadOnlyList<Type> Rows => [typeof(Everything)];

    public override void Fold(Recorded recorded, IRows rows)
    {
    }
}

public abstract class CellTests : OnEngine
{
    protected CellTests(string engine) : base(engine) => Program = [new EverythingView()];

    [Fact]
    public void Every_type_comes_back_as_it_was()
    {
        Everything[] rows =
        [
            new(Guid.NewGuid(), "äö😀 '\"", -7, long.MaxValue, true, 0.1, TestClock.OrdinaryTuesday, new LocalDate(1899, 12, 31), Colour.Green, Guid.NewGuid(), 3,
                new LocalDate(2100, 2, 28), Colour.Red, [1, 2], ["a", "b"], new LocalTime(8, 30), Sealed<string>.FromBytes([.. new byte[16], 1, 2]), Sealed<int[]>.FromBytes([.. new byte[16], 3]), new Pair(0, 255)),
            new(Guid.NewGuid(), null, 0, long.MinValue, false, double.MaxValue, Instant.FromUnixTimeTicks(-1), new LocalDate(1970, 1, 1), Colour.Red, null, null,
                null, null, [], [], LocalTime.Midnight, null, null, null),
        ];
        var shape = Test.Journal.Views.Shape<Everything>();
        using (var session = Test.Database.BeginWrite())
        {
            session.Insert(shape, [.. rows.Select(shape.Cells)]);
            session.Upsert(shape, [.. rows.Select(shape.Cells)]);
            session.Commit();
        }

        foreach (var row in rows)
            shape.Cells(Test.Journal.Find<Everything>(row.Id)!).Select(Flat).ShouldBe(shape.Cells(row).Select(Flat));
        Test.Journal.Find<Everything>(rows[0].Id)!.Packed.ShouldBe(rows[0].Packed);
    }

    [Fact]
    public void A_text_used_many_times_is_given_its_own_values_each_time()
    {
        using var session = Test.Database.Read();
        for (var i = 0; i < 10; i++)
            session.Query<long>("select @a + @ab", new { a = (long)i, ab = 100L })[0].ShouldBe(100 + i);
        for (var i = 0; i < 10; i++)
            session.Query<long>("select count(*) from (select 1 as n union all select 2 union all select 3) x where n in @ids and n < @idsMax", new { ids = Enumerable.Range(1, i).Select(n => (long)n).ToList(), idsMax = 10L })[0]
                .ShouldBe(Math.Min(i, 3));
    }

    [Fact]
    public void A_key_of_another_type_is_an_error_not_another_row() =>
        Should.Throw<ArgumentException>(() => new RowCache([Test.Journal.Views.Shape<Everything>()]).Get<Everything>("7")).Message.ShouldContain("is Guid, not String");

    private static object? Flat(object? cell) => cell is byte[] bytes ? Convert.ToHexString(bytes) : cell;
}

public sealed class CellOnSqliteTests() : CellTests(Engines.Sqlite);

public sealed class CellOnPostgresTests() : CellTests(Engines.Postgres);
