using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Yhteys.Web.Host;

/// <summary>The keys of cookies, form tokens and kept forms lie in the data folder, wrapped (AES-256-GCM) by the master key.</summary>
internal sealed class SessionKeys(Settings settings) : IXmlEncryptor
{
    /// <summary>Their folder in the data folder; every node of a journal needs the same one.</summary>
    public const string Folder = "sign-in-keys";

    private const int NonceSize = 12, TagSize = 16;

    public static void Configure(KeyManagementOptions options, Settings settings) => options.XmlEncryptor = new SessionKeys(settings);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var packed = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(packed.AsSpan(0, NonceSize));
        using var aes = new AesGcm(Key, TagSize);
        aes.Encrypt(packed.AsSpan(0, NonceSize), plain, packed.AsSpan(NonceSize, plain.Length), packed.AsSpan(NonceSize + plain.Length));
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(packed)), typeof(Opener));
    }

    private XElement Decrypt(XElement element)
    {
        var packed = Convert.FromBase64String(element.Value);
        var plain = new byte[packed.Length - NonceSize - TagSize];
        using var aes = new AesGcm(Key, TagSize);
        aes.Decrypt(packed.AsSpan(0, NonceSize), packed.AsSpan(NonceSize, plain.Length), packed.AsSpan(NonceSize + plain.Length), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private byte[] Key => HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(settings.MasterKey!), 32, info: "yhteys sign-in keys"u8.ToArray());

    /// <summary>Made by name from the key file, so it takes its settings from the services.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            new SessionKeys(services.GetRequiredService<Settings>()).Decrypt(encryptedElement);
    }
}
