namespace Yhteys.Web.Tests.KeepTyped;

/// <summary>The clock of sign-ins, to be moved on.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan _moved;

    public void Advance(TimeSpan by) => _moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _moved;
}
