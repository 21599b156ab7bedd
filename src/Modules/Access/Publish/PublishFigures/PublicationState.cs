using Yhteys.Access.Publish.Prepare;
using Yhteys.Kernel;

namespace Yhteys.Access.Publish;

/// <summary>The publications of one period.</summary>
/// <param name="Version">Of the newest one; 0 when there is none.</param>
internal sealed record PublicationState(bool Prepared, int Version, string Digest) : IState<PublicationState>
{
    public static PublicationState Empty { get; } = new(false, 0, "");

    public static PublicationState Evolve(PublicationState state, Recorded recorded) => recorded.Event switch
    {
        FiguresPrepared => state with { Prepared = true },
        FiguresPublished e => new(true, e.Version, PreparedFigures.DigestOf(e.Sections)),
        _ => state,
    };
}
