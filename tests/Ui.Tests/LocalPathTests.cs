namespace Yhteys.Ui.Tests;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/matters/1?done=1#top", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("matters", false)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("/\t/elsewhere.example", false)]
    [InlineData("/x\r\n", false)]
    [InlineData("https://elsewhere.example", false)]
    public void Only_a_path_of_this_site_is_gone_back_to(string? path, bool local) => LocalPath.Or(path, "/otherwise").ShouldBe(local ? path : "/otherwise");
}
