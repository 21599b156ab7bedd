using System.Security.Cryptography;
using System.Text;

namespace Yhteys.Demo.Population;

/// <summary>
/// Ids of the demonstration's fixed units and personas, made from their keys: the sign-in makes the same ids from the same keys.
/// They keep the order of bytes that folders of earlier demonstrations have, so it is not that of <see cref="Kernel.NamedId"/>.
/// </summary>
public static class DemoIds
{
    /// <param name="key">doctor, person:resident, unit:guidance_centre …</param>
    public static Guid Of(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"yhteys-demo:{key}")).AsSpan(0, 16));

    public static Guid Unit(string key) => Of("unit:" + key);

    public static Guid Person(string key) => Of("person:" + key);
}
