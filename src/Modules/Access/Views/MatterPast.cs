using System.Collections.Immutable;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel.Storage;

namespace Yhteys.Access.Views;

/// <summary>What was known of a matter at the end of each day on which something of it was recorded; a plain value that a view keeps in a row.</summary>
/// <param name="Known">By day, ascending; the last is known now.</param>
internal sealed record MatterPast(ImmutableArray<KnownFile> Known) : IPacked<MatterPast>
{
    private const int HasUnit = 1, AtFirstContact = 2;

    /// <summary>With what is known from a day on; the days never go back. A day has what was known at its end.</summary>
    public static MatterPast After(MatterPast? before, KnownFile now) =>
        new(before is null ? [now] : before.Known[^1].Day < now.Day ? before.Known.Add(now) : before.Known.SetItem(before.Known.Length - 1, now));

    public static MatterPast Unpack(ReadOnlySpan<byte> bytes)
    {
        var from = new ByteReader(bytes);
        var known = ImmutableArray.CreateBuilder<KnownFile>(from.Count());
        while (known.Count < known.Capacity)
        {
            var day = Epoch.PlusDays(from.Number());
            var has = from.Byte();
            Guid? unit = (has & HasUnit) != 0 ? new Guid(from.Bytes(16)) : null;
            known.Add(new(day, unit, ClockFile.Unpack(from.Bytes(from.Count())), (has & AtFirstContact) != 0));
        }

        return new(known.MoveToImmutable());
    }

    public byte[] Pack()
    {
        var to = new ByteWriter();
        to.Count(Known.Length);
        foreach (var (day, unit, file, helped) in Known)
        {
            to.Number(Period.DaysBetween(Epoch, day));
            to.Byte((byte)((unit is null ? 0 : HasUnit) | (helped ? AtFirstContact : 0)));
            if (unit is { } id)
                to.Bytes(id.ToByteArray());
            var packed = file.Pack();
            to.Count(packed.Length);
            to.Bytes(packed);
        }

        return to.ToArray();
    }

    private static LocalDate Epoch => new(1970, 1, 1);
}

/// <summary>What was known of a matter from a day on.</summary>
/// <param name="Day">The day in Finland on which it was recorded.</param>
/// <param name="Unit">The unit that answered for it.</param>
/// <param name="AtFirstContact">The first answer was the help itself.</param>
internal sealed record KnownFile(LocalDate Day, Guid? Unit, ClockFile File, bool AtFirstContact = false);
