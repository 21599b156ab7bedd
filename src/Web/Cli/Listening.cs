using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Yhteys.Web.Cli;

/// <summary>Whether a node will be able to listen: asked before work is done that a used port would make vain.</summary>
internal static class Listening
{
    /// <param name="urls">Addresses as in the settings, separated by semicolons.</param>
    /// <exception cref="SocketException">One of them can't be listened at.</exception>
    public static void Try(string urls)
    {
        foreach (var address in urls.Split(';').Select(BindingAddress.Parse).Where(a => !a.IsUnixPipe && a.Port > 0))
        {
            Try(address.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Any, address.Port);
            // The server listens on both, and does without the newer one where the machine has none.
            if (address.Host == "localhost" && Socket.OSSupportsIPv6)
                try
                {
                    Try(IPAddress.IPv6Loopback, address.Port);
                }
                catch (SocketException e) when (e.SocketErrorCode != SocketError.AddressAlreadyInUse)
                {
                    // No such address here.
                }
        }
    }

    private static void Try(IPAddress host, int port)
    {
        using var socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(host, port));
        socket.Listen();
    }
}
