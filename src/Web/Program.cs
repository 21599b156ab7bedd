using Yhteys.Web.Cli;

namespace Yhteys.Web;

/// <summary>The one executable <c>yhteys</c>; every verb is under <c>Cli/</c>.</summary>
internal static class Program
{
    public static int Main(string[] args) => CommandLine.Run(args, new Terminal(Console.Out, Console.Error));
}
