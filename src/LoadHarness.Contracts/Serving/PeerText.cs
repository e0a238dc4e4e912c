using System.Globalization;
using System.Net;

namespace LoadHarness.Contracts.Serving;

/// <summary>An address as the seeds print it: a Python tuple.</summary>
public static class PeerText
{
    /// <summary>Formats as <c>('127.0.0.1', 48168)</c>.</summary>
    public static string Of(IPEndPoint peer) =>
        string.Create(CultureInfo.InvariantCulture, $"('{peer.Address}', {peer.Port})");
}
