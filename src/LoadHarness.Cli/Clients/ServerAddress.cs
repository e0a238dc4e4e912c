using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace LoadHarness.Cli.Clients;

/// <summary>The argument that says which server a client program asks.</summary>
internal static class ServerAddress
{
    /// <summary>Makes the argument.</summary>
    /// <param name="port">Port of the server that is asked when none is named, on this machine.</param>
    internal static Argument<IPEndPoint> Argument(int port) => new("server")
    {
        Description = "address and port of the server",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, port),
        CustomParser = Parse,
    };

    private static IPEndPoint? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (IPEndPoint.TryParse(text, out var endpoint) && endpoint.Port > 0) return endpoint;
        result.AddError($"'{text}': expected an address and a port, e.g. 127.0.0.1:12345");
        return null;
    }
}
