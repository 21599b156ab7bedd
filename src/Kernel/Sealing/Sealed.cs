using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yhteys.Kernel.Sealing;

internal interface ISealed
{
    byte[] Bytes();
}

/// <summary>
/// A value that the journal and its views hold only encrypted (AES-256-GCM) with a key of its own: a matter's, a person's, a notifier's.
/// Made by <see cref="Seal.With{T}"/> in a decision, encrypted by the serializer, opened by <see cref="KeyRing.Open{T}"/> in a page.
/// </summary>
public sealed class Sealed<T> : ISealed
{
    internal Sealed(Guid key, T plain) => (Key, Plain, HasPlain) = (key, plain, true);

    internal Sealed(Guid key, byte[] cipher) => (Key, Cipher) = (key, cipher);

    public Guid Key { get; }
    internal byte[]? Cipher { get; set; }

    /// <summary>The data key that made <see cref="Cipher"/>: a command that is decided again after a failed commit has a new one.</summary>
    internal byte[]? SealedBy { get; set; }
    internal T? Plain { get; }
    internal bool HasPlain { get; }

    byte[] ISealed.Bytes() => Bytes();

    /// <summary>Key id, then nonce, ciphertext and tag: the form of a view's column.</summary>
    internal byte[] Bytes() => [.. Key.ToByteArray(bigEndian: true), .. Cipher ?? throw new InvalidOperationException("Not sealed yet.")];

    internal static Sealed<T> FromBytes(byte[] bytes) => new(new Guid(bytes.AsSpan(0, 16), bigEndian: true), bytes[16..]);

    /// <summary>Whether both are the same sealed bytes: what opens one opens the other, to the same value. Not before they are sealed.</summary>
    public bool IsSame(Sealed<T> other) => Key == other.Key && Cipher is not null && other.Cipher is not null && Cipher.AsSpan().SequenceEqual(other.Cipher);

    public override string ToString() => "(sealed)";
}

/// <summary>Makes a <see cref="Sealed{T}"/>.</summary>
public static class Seal
{
    public static Sealed<T> With<T>(Guid key, T value) => new(key, value);
}

internal sealed class SealedConverterFactory(KeyRing? ring, Action<Guid>? heard) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Sealed<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(SealedConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), ring, heard)!;
}

internal sealed class SealedConverter<T>(KeyRing? ring, Action<Guid>? heard) : JsonConverter<Sealed<T>>
{
    public override Sealed<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = Sealed<T>.FromBytes(reader.GetBytesFromBase64());
        heard?.Invoke(value.Key);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, Sealed<T> value, JsonSerializerOptions options)
    {
        if (value.HasPlain && ring is not null)
        {
            var key = ring.ForSealing(value.Key);
            if (value.SealedBy is null || !key.AsSpan().SequenceEqual(value.SealedBy))
                (value.Cipher, value.SealedBy) = (SealedBytes.Close(key, JsonSerializer.SerializeToUtf8Bytes(value.Plain, EventJson.Options), value.Key.ToByteArray()), key);
        }
        else if (value.Cipher is null)
        {
            throw new InvalidOperationException("These options can't seal; only the journal writes sealed values.");
        }

        writer.WriteBase64StringValue(value.Bytes());
    }
}
