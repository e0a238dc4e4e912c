namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>Services that answer so many bytes by so many bytes.</summary>
internal static class Echoes
{
    private const int Request_bytes = 64;
    private const int Answer_bytes = 16 * 1024;

    /// <summary>Answers nothing in particular.</summary>
    public static Victim Null { get; } = new()
    {
        Workload = "null",
        Options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["request-bytes"] = InnocentSocket.Text(Request_bytes),
            ["response-bytes"] = InnocentSocket.Text(Answer_bytes),
        },
        Request = new byte[Request_bytes],
        Large = new byte[Request_bytes],
        Endless = new byte[Request_bytes - 1],
        Operation = static (socket, _) =>
        {
            socket.Send(new byte[Request_bytes]);
            if (socket.Read(Answer_bytes)[^1] != '\n') throw new InvalidDataException("another answer");
        },
    };

    /// <summary>Sends back what it gets.</summary>
    public static Victim Raw { get; } = new()
    {
        Workload = "raw",
        Request = "ping\n"u8.ToArray(),
        Large = "ping\n"u8.ToArray(),
        Endless = "ping"u8.ToArray(),
        Operation = static (socket, _) => socket.Expect("ping\n", "ping"),
    };

    /// <summary>Answers every byte when its moment has come.</summary>
    public static Victim Calibration { get; } = new()
    {
        Workload = "calibration",
        TakesEveryByte = true,
        Request = "\n"u8.ToArray(),
        Large = "\n"u8.ToArray(),
        Operation = static (socket, _) => socket.Expect("\n", ""),
    };
}
