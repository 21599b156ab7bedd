using NodaTime;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Kernel;

/// <summary>What a journal needs from the configuration.</summary>
/// <param name="ChainKey">32 bytes, kept outside the database.</param>
/// <param name="BatchSize">Commands per transaction at most.</param>
/// <param name="FollowEvery">How often following views fold under load, milliseconds.</param>
public sealed record JournalOptions(byte[] ChainKey, HeadFile? HeadFile = null, int BatchSize = 64, int FollowEvery = 150)
{
    /// <summary>How far back something may have happened without a reason.</summary>
    public static readonly Duration LateAfter = Duration.FromHours(24);
}
