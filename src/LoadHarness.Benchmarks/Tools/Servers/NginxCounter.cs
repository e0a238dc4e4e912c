using System.Globalization;
using System.Net;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>Asks an nginx for its status page (module stub_status) at <c>/status</c>.</summary>
/// <param name="target">The server.</param>
internal sealed class NginxCounter(IPEndPoint target) : IServerCounter
{
    private const string Header = "server accepts handled requests";
    private const int Requests = 2;

    private readonly Question _question = new(target, "GET /status HTTP/1.1\r\nHost: localhost\r\n\r\n");

    /// <inheritdoc/>
    public ServerCount Read() =>
        new(Parse(_question.Ask(answer => answer.Contains("Waiting:", StringComparison.Ordinal))), double.NaN);

    /// <inheritdoc/>
    public void Dispose() => _question.Dispose();

    /// <summary>The third number of the line below the header.</summary>
    internal static long Parse(string page)
    {
        var start = page.IndexOf(Header, StringComparison.Ordinal);
        var numbers = start < 0
            ? []
            : page[(start + Header.Length)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return numbers.Length > Requests && long.TryParse(
            numbers[Requests], NumberStyles.None, CultureInfo.InvariantCulture, out var requests)
            ? requests
            : throw new InvalidOperationException("the status page of nginx is not understood");
    }
}
