using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Web.Host;

/// <summary>The keys of cookies, form tokens and kept forms lie in the data folder, wrapped (AES-256-GCM) by the master key.</summary>
internal sealed class SessionKeys(Settings settings) : IXmlEncryptor
{
    /// <summary>Their folder in the data folder; every node of a journal needs the same one.</summary>
    public const string Folder = "sign-in-keys";

    public static void Configure(KeyManagementOptions options, Settings settings) => options.XmlEncryptor = new SessionKeys(settings);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var packed = SealedBytes.Close(Key, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(packed)), typeof(Opener));
    }

    private XElement Decrypt(XElement element) => XElement.Parse(Encoding.UTF8.GetString(SealedBytes.Open(Key, Convert.FromBase64String(element.Value))));

    private byte[] Key => HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(settings.MasterKey!), 32, info: "yhteys sign-in keys"u8.ToArray());

    /// <summary>Made by name from the key file, so it takes its settings from the services.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            new SessionKeys(services.GetRequiredService<Settings>()).Decrypt(encryptedElement);
    }
}
