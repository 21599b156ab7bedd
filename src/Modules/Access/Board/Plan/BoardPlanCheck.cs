using Yhteys.Content;

namespace Yhteys.Access.Board.Plan;

/// <summary>What a schema can't say of content/boards: one file, ids once, service lines and topics that exist, classes in order, ages that hold somebody.</summary>
internal sealed class BoardPlanCheck : IContentCheck
{
    private static readonly string[] Channels = ["web", "phone", "chat", "walk_in", "worry_notice", "referral", "application", "authority", "notice"];

    public string Kind => ContentKinds.Boards;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        foreach (var more in files.Skip(1))
            yield return new(more.Path, 1, "$", $"There is already {files[0].Path}: keep one file.");
        var (file, plan) = (files[0], BoardPlanInForce.Read(files[0]));
        if (!plan.WaitClasses.SequenceEqual(plan.WaitClasses.Order()))
            yield return Problem("waitClasses", "$.waitClasses", $"The days must be in ascending order.");
        List<(string Id, string At, IReadOnlyList<BoardCondition> Any)> all =
        [
            .. plan.Groups.Select(g => (g.Id, $"$.groups.{g.Id}", g.Any)),
            .. plan.Notices.Select(n => (n.Id, $"$.notices.{n.Id}", n.Any)),
        ];
        foreach (var (id, at, _) in all.Again(x => x.Id))
            yield return Problem(id, at, $"The id \"{id}\" is already used: give this one another id.");
        foreach (var (_, at, any) in all)
            foreach (var (code, reason) in any.SelectMany(condition => Wrong(condition, before)))
                yield return Problem(code, at, reason);

        ContentProblem Problem(string text, string at, FormattableString reason) => new(file.Path, file.LineOf(text), at, reason);
    }

    private static IEnumerable<(string Code, FormattableString Reason)> Wrong(BoardCondition condition, ContentSnapshot before)
    {
        if (condition.From >= condition.Under)
            yield return ("under", $"Nobody is of that age: from must be less than under.");
        foreach (var channel in (condition.Channels ?? []).Except(Channels, StringComparer.Ordinal))
            yield return (channel, $"There is no channel \"{channel}\": use one of {string.Join(", ", Channels)}.");
        // With unsound services or topics there is nothing to compare with, and they are reported already.
        if (!before.Missing.Contains(ContentKinds.Services, StringComparer.Ordinal))
            foreach (var line in (condition.Lines ?? []).Where(line => before.Services.Line(line) is null))
                yield return (line, $"There is no service line \"{line}\": use one of {string.Join(", ", before.Services.Lines.Select(l => l.Id))}.");
        if (!before.Missing.Contains(ContentKinds.Topics, StringComparer.Ordinal))
            foreach (var topic in (condition.Topics ?? []).Where(topic => !before.Topics.Any(t => t.Id == topic)))
                yield return (topic, $"There is no topic \"{topic}\" in content/topics: correct it.");
    }
}
