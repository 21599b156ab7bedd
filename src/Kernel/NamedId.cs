using System.Security.Cryptography;
using System.Text;

namespace Yhteys.Kernel;

/// <summary>An id made of a name: the same on every node and at every try, so that what is sent twice is one command or one stream.</summary>
public static class NamedId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);
}
