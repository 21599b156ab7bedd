using Yhteys.Access;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>What a form asks besides who and when.</summary>
[Flags]
internal enum FactFields
{
    None = 0,

    /// <summary>One of the recording's choices.</summary>
    Choice = 1,

    /// <summary>Some of the recording's choices.</summary>
    Flags = 2,

    /// <summary>Another day besides the one on which it was done.</summary>
    OtherDay = 4,

    /// <summary>Words to the client, which they read.</summary>
    Words = 8,

    /// <summary>A rule of the matter.</summary>
    Rule = 16,

    /// <summary>A municipality of the county.</summary>
    Municipality = 32,
}

/// <summary>A kind of recording that the program knows; on which lines and by whom it may be made is content.</summary>
/// <param name="Code">Used in content, addresses and texts: home-visit-made.</param>
/// <param name="Right">The right that the role must have in the matter's register.</param>
/// <param name="Facts">The facts that it can give.</param>
internal sealed record FactKind(string Code, string Right, params IReadOnlyList<string> Facts)
{
    /// <summary>Codes of which the one who records chooses.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Text keys of the choices begin with this.</summary>
    public string ChoiceTexts { get; init; } = Code;

    public FactFields Fields { get; init; }

    /// <summary>The qualifier of a fact is the choice.</summary>
    public bool Qualifies { get; init; }

    /// <summary>The reason flags that it can set.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>It opens a matter, so it is never offered in one.</summary>
    public bool Opens { get; init; }

    /// <summary>What follows the address of the matter when its form is not one of the shared forms.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>Why it is not recorded once more in a matter that has it.</summary>
    public Refusal Again { get; init; } = new AlreadyRecorded();

    /// <summary>All that is missing from the form of a kind that asks several things, to be told at once; null when the decision names it.</summary>
    public Func<FactInput, IEnumerable<Refusal>>? Missing { get; init; }

    /// <summary>The decision, when the shared form records it.</summary>
    public Func<FactCase, Decision>? Decide { get; init; }

    public bool Asks(FactFields field) => (Fields & field) != FactFields.None;

    /// <summary>Where it is recorded.</summary>
    public string Path(Guid matter) => MatterAddress.Of(matter) + (Elsewhere ?? $"/facts/{Code}");

    /// <summary>The right in the register of the matter.</summary>
    public bool IsFor(CurrentUser user, string register) => user.May(Right, register);
}
