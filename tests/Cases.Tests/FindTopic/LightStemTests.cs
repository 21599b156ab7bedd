using Yhteys.Cases.FindTopic;

namespace Yhteys.Cases.Tests.FindTopic;

public sealed class LightStemTests
{
    [Theory]
    [InlineData("hampaassa", "hampaan")]
    [InlineData("polvessani", "polven")]
    [InlineData("laakkeet", "laakkeita")]
    [InlineData("lapsilla", "lapsille")]
    [InlineData("asunnosta", "asunnon")]
    [InlineData("tukkaa", "tukan")]
    public void Finnish_forms_meet(string one, string other) =>
        LightStem.Of(one, Tongue.Finnish).ShouldBe(LightStem.Of(other, Tongue.Finnish));

    [Theory]
    [InlineData("tanden", "tandens", "sv")]
    [InlineData("recepten", "receptet", "sv")]
    [InlineData("skulder", "skulderna", "sv")]
    [InlineData("worries", "worried", "en")]
    [InlineData("stopping", "stops", "en")]
    [InlineData("teenagers", "teenager", "en")]
    public void Other_forms_meet(string one, string other, string language)
    {
        var tongue = language is "sv" ? Tongue.Swedish : Tongue.English;
        LightStem.Of(one, tongue).ShouldBe(LightStem.Of(other, tongue));
    }

    [Theory]
    [InlineData("maha", "raha")]
    [InlineData("lasku", "lapsi")]
    [InlineData("silma", "silta")]
    public void Different_words_stay_apart(string one, string other) =>
        LightStem.Of(one, Tongue.Finnish).ShouldNotBe(LightStem.Of(other, Tongue.Finnish));

    [Theory]
    [InlineData("hammas", "hamas", true)]
    [InlineData("hammas", "hamams", true)]
    [InlineData("hammas", "hampas", true)]
    [InlineData("hammas", "hammas", true)]
    [InlineData("hammas", "haamas", true)]
    [InlineData("hammas", "ammsa", false)]
    [InlineData("kipu", "kippuu", false)]
    public void One_mistake_is_one_letter_or_one_swap(string one, string other, bool apart)
    {
        NearWords.OneMistakeApart(one, other).ShouldBe(apart);
        NearWords.OneMistakeApart(other, one).ShouldBe(apart);
    }
}
