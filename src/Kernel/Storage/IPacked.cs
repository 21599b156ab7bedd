namespace Yhteys.Kernel.Storage;

/// <summary>A value that a view keeps as bytes of its own making, smaller and faster to read than JSON.</summary>
/// <remarks>The bytes live in views only: another form of them is another <see cref="Views.View.Version"/> or content hash, and the view is built anew.</remarks>
public interface IPacked
{
    byte[] Pack();
}

/// <inheritdoc cref="IPacked"/>
public interface IPacked<TSelf> : IPacked where TSelf : IPacked<TSelf>
{
    /// <summary>The value whose <see cref="IPacked.Pack"/> gave the bytes.</summary>
    static abstract TSelf Unpack(ReadOnlySpan<byte> bytes);
}
