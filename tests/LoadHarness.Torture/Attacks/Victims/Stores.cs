using System.Text;

namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>The servers of keys and values that speak protocols of others.</summary>
internal static class Stores
{
    private const int LargeValue_bytes = 200_000;

    /// <summary>Redis's protocol.</summary>
    public static Victim Resp { get; } = new()
    {
        Workload = "resp",
        Request = Bytes("*2\r\n$3\r\nGET\r\n$5\r\nlarge\r\n"),
        Large = Bytes("*2\r\n$3\r\nGET\r\n$5\r\nlarge\r\n"),
        Endless = Bytes("*2\r\n$3\r\nGET\r\n$900000\r\n"),
        Filler = Bytes("a"),
        Poisons =
        [
            Bytes("*1000000000\r\n"), Bytes("*99999999999999999999\r\n"), Bytes("*-7\r\n"),
            Bytes("*1\r\n$999999999999\r\n"), Bytes("*1\r\n$-5\r\n"), Bytes("*2\r\n$3\r\nGET\r\n$5\r\nlong answer\r\n"),
            Bytes("*1\r\n:5\r\n"), Bytes(new string('x', 200_000)),
            Bytes(string.Concat(Enumerable.Repeat("*1\r\n", 20_000))), [0, 1, 2, 3, 13, 10],
        ],
        Prepare = static socket => Set(socket, "large", new string('v', LargeValue_bytes)),
        Operation = static (socket, number) =>
        {
            var value = InnocentSocket.Text(number);
            Set(socket, "innocent", value);
            socket.Expect("*2\r\n$3\r\nGET\r\n$8\r\ninnocent\r\n", "$" + InnocentSocket.Text(value.Length));
            socket.Expect("", value);
        },
    };

    /// <summary>Memcached's protocol.</summary>
    public static Victim Memcached { get; } = new()
    {
        Workload = "memcached",
        Request = Bytes("get large\r\n"),
        Large = Bytes("get large\r\n"),
        Endless = Bytes("set endless 0 0 900000\r\n"),
        Filler = Bytes("a"),
        Poisons =
        [
            Bytes("set k 0 0 99999999999\r\n"), Bytes("set k 0 0 -1\r\n"), Bytes("set k 99999999999 0 1\r\nx\r\n"),
            Bytes("set k 0 0 5\r\nlonger than that\r\n"), Bytes("get " + new string('k', 1000) + "\r\n"),
            Bytes(new string('x', 100_000)), Bytes("set\r\n"), Bytes("\r\n\r\n\r\n"), [0, 255, 0, 13, 10],
        ],
        Prepare = static socket => Store(socket, "large", new string('v', LargeValue_bytes)),
        Operation = static (socket, number) =>
        {
            var value = InnocentSocket.Text(number);
            Store(socket, "innocent", value);
            socket.Expect("get innocent\r\n", $"VALUE innocent 0 {InnocentSocket.Text(value.Length)}");
            socket.Expect("", value);
            socket.Expect("", "END");
        },
    };

    private static void Set(InnocentSocket socket, string key, string value) => socket.Expect(
        $"*3\r\n$3\r\nSET\r\n${InnocentSocket.Text(key.Length)}\r\n{key}\r\n"
            + $"${InnocentSocket.Text(value.Length)}\r\n{value}\r\n",
        "+OK");

    private static void Store(InnocentSocket socket, string key, string value) =>
        socket.Expect($"set {key} 0 0 {InnocentSocket.Text(value.Length)}\r\n{value}\r\n", "STORED");

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
