namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>What answers a bare connect: nothing can be asked wrongly, but much can be left unread.</summary>
internal static class Downloads
{
    private const int Numbers = 20_000;
    private const int Side = 200;

    /// <summary>A list of numbers.</summary>
    public static Victim NumberList { get; } = new()
    {
        Workload = "number-list",
        Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = InnocentSocket.Text(Numbers) },
        Endless = "GET / HTTP/1.1\r\n"u8.ToArray(),
        Filler = "?"u8.ToArray(),
        KeepsConnection = false,
        Operation = static (socket, _) =>
        {
            var commas = socket.ReadToEnd().Count(letter => letter == ',');
            if (commas != Numbers - 1) throw new InvalidDataException($"a list of {commas + 1} numbers");
        },
    };

    /// <summary>A picture.</summary>
    public static Victim Image { get; } = new()
    {
        Workload = "image",
        Options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["width"] = InnocentSocket.Text(Side),
            ["height"] = InnocentSocket.Text(Side),
        },
        Endless = "GET / HTTP/1.1\r\n"u8.ToArray(),
        Filler = "?"u8.ToArray(),
        KeepsConnection = false,
        Operation = static (socket, _) =>
        {
            var size = socket.ReadToEnd().Length;
            if (size < Side * Side) throw new InvalidDataException($"a picture of {size} bytes");
        },
    };
}
