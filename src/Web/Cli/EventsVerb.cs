using System.CommandLine;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class EventsVerb
{
    public static Command Make(Terminal terminal)
    {
        var markdown = new Option<bool>("--markdown") { Description = "As the document docs/events.md." };
        return Options.Verb("events", "List the events that the journal may hold: alias, module, fields, register, meaning to other modules.", parsed =>
        {
            var events = EventCatalogue.All();
            return terminal.Answer(events, parsed.GetValue(markdown) ? EventCatalogue.Markdown(events) : events.Select(e => $"{e.Alias}  {e.Module}  {e.Register}  ({string.Join("; ", e.Fields)})  {string.Join(", ", e.Means)}".TrimEnd()));
        }, markdown);
    }
}
