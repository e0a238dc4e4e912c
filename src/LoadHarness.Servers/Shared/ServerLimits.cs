using System.Globalization;

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
