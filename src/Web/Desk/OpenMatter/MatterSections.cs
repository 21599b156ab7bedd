using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Organisation;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>
/// What can be done about an open matter, in the order of the page. A form of a module takes the parameters Matter and Form; a new one is one
/// line here, and its title in the texts under <c>Do_{Id}</c>.
/// </summary>
internal static class MatterSections
{
    public static IReadOnlyList<MatterGroup> All { get; } =
    [
        new("answer",
        [
            new("write", typeof(WriteForm)),
            new("help", typeof(HelpForm)),
        ]),
        new("assess",
        [
            new("assess", typeof(AssessNeedForm), Registers.Health),
            new("social", typeof(SocialAssessmentForm), Registers.Social),
        ], typeof(AssessmentWanted)),
        new("record",
        [
            new("facts", typeof(FactActions)),
        ]),
        new("times",
        [
            new("offer", typeof(OfferTimeForm)),
        ], typeof(AppointmentList)),
        new("onward",
        [
            new("refer", typeof(ReferForm)),
            new("close", typeof(CloseForm)),
        ]),
    ];
}

/// <summary>Actions of one kind under a heading, <c>Group_{Key}</c> in the texts.</summary>
/// <param name="Above">What is shown before the actions: a component that takes Matter.</param>
internal sealed record MatterGroup(string Key, IReadOnlyList<MatterSection> Sections, Type? Above = null)
{
    public IEnumerable<MatterSection> In(string register) => Sections.Where(s => s.Register is null || s.Register == register);
}

/// <summary>One thing to do.</summary>
/// <param name="Id">Its anchor, the prefix of its form, and the end of its address.</param>
/// <param name="Form">The component.</param>
/// <param name="Register">Only in matters of this register; null for both.</param>
internal sealed record MatterSection(string Id, Type Form, string? Register = null);
