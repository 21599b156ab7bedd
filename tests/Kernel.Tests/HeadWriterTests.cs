using System.Net.Sockets;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>What writes the head outside the database is on the thread that pages and commands wait for.</summary>
public sealed class HeadWriterTests
{
    [Fact]
    public void Whatever_fails_is_told_and_the_next_time_goes_on()
    {
        var folder = Scratch.Folder("yhteys-test-");
        var (file, head) = (new HeadFile(Path.Combine(folder, "head.log")), new Head(1, new byte[32], default));
        var writer = new HeadWriter(file, () => 1, new TestClock());

        writer.Write(() => throw new SocketException((int)SocketError.HostNotFound));
        writer.Failed.ShouldNotBeNull();
        writer.IsDue.ShouldBeFalse();

        writer.Write(() => head);
        writer.Failed.ShouldBeNull();
        file.Read().ShouldHaveSingleItem();
        Directory.Delete(folder, recursive: true);
    }
}
