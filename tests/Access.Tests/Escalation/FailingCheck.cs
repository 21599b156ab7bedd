using Yhteys.Content;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>A check of the plan that breaks, as one would that asks a database which is away.</summary>
internal sealed class FailingCheck : IContentCheck
{
    public bool Fails { get; set; }

    public int Times { get; private set; }

    public string Kind => ContentKinds.Escalations;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        if (!Fails)
            return [];
        Times++;
        throw new InvalidOperationException("The plan was not looked for.");
    }
}
