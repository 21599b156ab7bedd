using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Host;

public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        All = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-private-").FullName;

    [Fact]
    public void A_new_folder_is_its_owners_only()
    {
        PrivateFolder.CreateData(Path.Combine(_folder, "new"));

        Mode("new").ShouldBe(Owner);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("journal.db")]
    [InlineData("yhteys.json")]
    public void A_folder_that_others_may_open_is_closed_to_them(string? file)
    {
        Open("open", file);

        PrivateFolder.CreateData(Path.Combine(_folder, "open"));

        Mode("open").ShouldBe(Owner);
    }

    [Fact]
    public void The_folder_behind_a_link_is_closed()
    {
        Open("behind", "journal.db");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), Path.Combine(_folder, "behind"));

        PrivateFolder.CreateData(Path.Combine(_folder, "link"));

        Mode("behind").ShouldBe(Owner);
    }

    [Fact]
    public void A_folder_of_other_things_is_left_as_it_is_and_refused()
    {
        Open("home", "letter.txt");

        Should.Throw<UnauthorizedAccessException>(() => PrivateFolder.CreateData(Path.Combine(_folder, "home"))).Message.ShouldContain("it holds other things");

        Mode("home").ShouldBe(All);
    }

    [Fact]
    public void A_new_volume_is_empty()
    {
        Open("volume", "lost+found");

        PrivateFolder.CreateData(Path.Combine(_folder, "volume"));

        Mode("volume").ShouldBe(Owner);
    }

    [Fact]
    public void A_folder_that_cannot_be_closed_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has folders that nobody can close.");

        Should.Throw<UnauthorizedAccessException>(() => PrivateFolder.Create("/proc/self")).Message.ShouldContain("can't be closed");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Open(string name, string? file)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        if (file is not null)
            File.WriteAllText(Path.Combine(_folder, name, file), "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_folder, name), All);
    }

    private UnixFileMode Mode(string name) => OperatingSystem.IsWindows() ? throw Xunit.Sdk.SkipException.ForSkip("Windows has no modes.") : File.GetUnixFileMode(Path.Combine(_folder, name));
}
