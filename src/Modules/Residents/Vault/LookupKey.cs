using System.Security.Cryptography;
using System.Text;

namespace Yhteys.Residents.Vault;

/// <summary>
/// Key of the look-up by identity code. There are so few possible codes that a plain hash could be turned back by trying all;
/// with a key outside the database it can't.
/// </summary>
/// <param name="Bytes">32 bytes from the configuration.</param>
public sealed record LookupKey(byte[] Bytes)
{
    /// <param name="code">A checked code in its one written form.</param>
    public string Of(string code) => Convert.ToHexStringLower(HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes("identity-code:" + code)));
}
