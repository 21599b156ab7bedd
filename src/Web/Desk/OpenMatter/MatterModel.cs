using NodaTime;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Assessment;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Residents;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>A matter, ready to be shown.</summary>
/// <param name="Line">The topic when there is one, and the service line.</param>
/// <param name="Handler">Name of the one who has taken it.</param>
/// <param name="HandlerLeft">They can't handle it any more; <see cref="Handlers"/>.</param>
/// <param name="Findings">What has been assessed and decided, as it stands now.</param>
/// <param name="Others">Names of others who are looking at it now.</param>
/// <param name="Lines">Service lines of the same register, to refer to.</param>
/// <param name="Notice">Null when the matter is not a notice.</param>
/// <param name="Contact">The first contact; null when the matter began otherwise.</param>
/// <param name="Answer">How an answer reaches whoever made the contact.</param>
/// <param name="Units">Units that handle matters of the register, to refer to.</param>
public sealed record MatterModel(
    MatterRow Row, IdentityCardModel Person, string Line, string Unit, string? Handler, bool HandlerLeft, LocalDate Today,
    MatterExplanation Clocks, IReadOnlyList<ConversationMessage> Messages, IReadOnlyList<MatterStep> Steps, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Others,
    bool MayHandle, bool Mine, IReadOnlyList<Option> Lines, IReadOnlyList<Option> Units, NoticeTold? Notice, ContactReceived? Contact, AnswerWay Answer);

/// <summary>What a notice of worry tells besides its text; nothing of the notifier.</summary>
/// <param name="Whereabouts">Where and how the person is found.</param>
public sealed record NoticeTold(string Came, bool StaysUnnamed, bool PersonKnows, string? Whereabouts);
