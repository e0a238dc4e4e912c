using System.Globalization;
using LoadHarness.Platform.Processes;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// What a server allows its peers, and the words for what they did not keep. One for all connections.
/// </summary>
internal sealed class ServerLimits
{
    /// <summary>Takes the limits from the options.</summary>
    public ServerLimits(ServerOptions options)
    {
        Timing = new ServerTiming(options);
        Held = new HeldInput(options.HeldInput_bytes);
        var descriptors = DescriptorLimit.Read();
        MaxConnections = Math.Min(options.MaxConnections, descriptors.Connections);
        WhyFull = MaxConnections < options.MaxConnections ? Shortages.OfDescriptors(descriptors) : null;
        LongestRequest_bytes = options.LongestRequest_bytes;
        RequestTooLong = Text($"a request longer than {options.LongestRequest_bytes} bytes");
        RequestTooSlow =
            Text($"a request not complete within {options.RequestTimeout.TotalSeconds} s of its first byte");
        AnswerTooSlow = Text($"an answer of which {options.AnswerTimeout.TotalSeconds} s took less than ")
            + Text($"{ConnectionWatch.AnswerPart_bytes} bytes");
        TooMuchHeld = Text($"incomplete requests of more than {options.HeldInput_bytes} bytes in the whole server");
    }

    /// <summary>Times.</summary>
    public ServerTiming Timing { get; }

    /// <summary>What all connections together keep.</summary>
    public HeldInput Held { get; }

    /// <summary>
    /// <see cref="ServerOptions.MaxConnections"/>, or as many as there are descriptors for: a process that has used up
    /// all of them can no longer serve those that it has.
    /// </summary>
    public int MaxConnections { get; }

    /// <summary>Why there may not be as many as was asked for; null when there may.</summary>
    public string? WhyFull { get; }

    /// <summary><see cref="ServerOptions.LongestRequest_bytes"/>.</summary>
    public int LongestRequest_bytes { get; }

    /// <summary>Words for a request beyond <see cref="LongestRequest_bytes"/>.</summary>
    public string RequestTooLong { get; }

    /// <summary>Words for a request that takes too long to arrive.</summary>
    public string RequestTooSlow { get; }

    /// <summary>Words for an answer that its client does not take.</summary>
    public string AnswerTooSlow { get; }

    /// <summary>Words for a request that is one too many to keep.</summary>
    public string TooMuchHeld { get; }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
