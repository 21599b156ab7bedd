using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Yhteys.Access.Publish.Views;

namespace Yhteys.Access.Publish.Show;

/// <summary>Frozen figures need not be sent twice (RFC 9110 §13).</summary>
internal static class Frozen
{
    private static readonly string Program = typeof(Frozen).Module.ModuleVersionId.ToString("N");

    /// <summary>Changes with the publication, with what is around it, and with the program that draws it.</summary>
    public static string TagOf(string around, PublicationRow row) =>
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Id} {row.PublishedAt} {around} {Program}")))[..24]}\"";

    /// <summary>Writes the headers; true when the reader has this version already.</summary>
    public static bool IsSame(HttpContext context, string tag, string caching)
    {
        var headers = context.Response.Headers;
        (headers.ETag, headers.CacheControl, headers.Vary) = (tag, caching, "Accept-Language, Cookie");
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(k => k.Tag == "*" || k.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
    }
}
