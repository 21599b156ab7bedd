using System.CommandLine;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Residents.Identity;

namespace Yhteys.Web.Cli;

internal static class HetuVerb
{
    public static Command Make(Terminal terminal)
    {
        var code = new Argument<string>("code") { Description = "A Finnish personal identity code, e.g. 131052-308T." };
        return Options.Verb("hetu", "Check a personal identity code (hetu): valid or why not, birth date and sex.", parsed =>
        {
            var today = SystemClock.Instance.Today();
            var answer = HetuCommand.Run(parsed.GetValue(code), today);
            return terminal.Answer(answer, answer.Valid ? $"Valid. Born {answer.BirthDate}, {answer.Sex}." : $"Not valid. {answer.Why}");
        }, code);
    }
}
