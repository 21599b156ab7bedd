using System.Runtime.CompilerServices;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Cases.FindTopic;
using Yhteys.Content;

namespace Yhteys.Cases;

/// <summary>What the pages make of one version of the content; made once per version.</summary>
public sealed class ContentInUse
{
    private static readonly ConditionalWeakTable<ContentSnapshot, ContentInUse> Made = new();

    private ContentInUse(ContentSnapshot content)
    {
        Content = content;
        Topics = new(content.Topics);
        Rules = RuleSet.Of(content);
        Settings = CountySettings.Of(content.County.Clocks);
        var working = content.County.Clocks.EvesAreWorkingDays ? WorkingDays.WithEves : WorkingDays.Statutory;
        Office = new(working, content.County.OfficeHours.Opens, content.County.OfficeHours.Closes);
    }

    public ContentSnapshot Content { get; }
    public TopicSearch Topics { get; }
    public RuleSet Rules { get; }
    public CountySettings Settings { get; }
    public OfficeHours Office { get; }

    public static ContentInUse Of(ContentStore store) => Made.GetValue(store.Current, content => new(content));

    /// <summary>A text of the county with its values filled in.</summary>
    public string Text(string id, string language) => Content.Texts.Get(id, language, Content.County);

    public Topic? Topic(string? id) => Content.Topics.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));

    /// <summary>What the matter is called: its topic, else its service line.</summary>
    public LocalText Subject(string? topic, string serviceLine) =>
        Topic(topic)?.Name ?? Content.Services.Line(serviceLine)?.Name ?? new(serviceLine, serviceLine, serviceLine);
}
