using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Experiments.Suts;

/// <summary>Finds out when a command is ready, and where it listens. Lines may come from several threads.</summary>
/// <param name="pattern">What a line of its output must match; null when its port must answer.</param>
/// <param name="endpoint">Where it listens unless it prints another port.</param>
internal sealed class ReadyWatch(string? pattern, IPEndPoint endpoint)
{
    private readonly Regex? _pattern = pattern is null ? null : Compile(pattern);
    private volatile IPEndPoint? _ready;

    /// <summary>What is waited for, for messages.</summary>
    public string Awaited => pattern is null ? $"nothing answers at {endpoint}" : $"no line of its output matches "
        + $"'{pattern}'";

    /// <summary>Makes the expression; a bad one cannot hold the harness up, whatever the server prints.</summary>
    /// <exception cref="ArgumentException">It is not a regular expression.</exception>
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The command has printed a line.</summary>
    public void Printed(string line)
    {
        if (_pattern is null || _ready is not null) return;
        try
        {
            if (_pattern.Match(line) is not { Success: true } match) return;
            _ready = match.Groups.TryGetValue(ForeignServer.PortGroup, out var port) && ushort.TryParse(
                port.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? new IPEndPoint(endpoint.Address, number)
                : endpoint;
        }
        catch (RegexMatchTimeoutException)
        {
            // A line that takes so long is taken for one that does not match.
        }
    }

    /// <summary>Where it listens; null as long as it is not ready.</summary>
    public IPEndPoint? Ready()
    {
        if (_pattern is null && _ready is null && PortProbe.Answers(endpoint)) _ready = endpoint;
        return _ready;
    }
}
