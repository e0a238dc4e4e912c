using System.Globalization;
using System.Text;

namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>The server of the web's protocol.</summary>
internal static class Http
{
    private const int Body_bytes = 16 * 1024;
    private const string Get = "GET / HTTP/1.1\r\nHost: innocent\r\n\r\n";

    /// <summary>The service.</summary>
    public static Victim Victim { get; } = new()
    {
        Workload = "http",
        Options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["response-bytes"] = InnocentSocket.Text(Body_bytes),
        },
        Request = Bytes(Get),
        Large = Bytes(Get),
        Endless = Bytes("POST / HTTP/1.1\r\nHost: slow\r\nContent-Length: 1000000\r\n\r\n"),
        Filler = Bytes("b"),
        Poisons =
        [
            // Headers without end: too many, one too long, a line that never ends.
            Bytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat("X-Another: header\r\n", 10_000))),
            Bytes("GET / HTTP/1.1\r\nX: " + new string('x', 200_000)),
            Bytes("GET /" + new string('p', 200_000)),
            Bytes("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"),
            Bytes("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
            Bytes("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
            Bytes("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"),
            Bytes("GET / HTTP/1.1\r\n : \r\n\r\n"), Bytes("\r\n\r\n\r\n\r\n"),
            Bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            [0, 1, 2, 255, 13, 10, 13, 10],
        ],
        Operation = static (socket, _) =>
        {
            socket.Send(Get);
            var status = socket.ReadLine();
            if (status is not "HTTP/1.1 200 OK") throw new InvalidDataException(status);
            var length = -1;
            while (socket.ReadLine() is { Length: > 0 } field)
            {
                if (!field.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) continue;
                length = int.Parse(field.AsSpan(field.IndexOf(':', StringComparison.Ordinal) + 1),
                    CultureInfo.InvariantCulture);
            }

            if (length != Body_bytes) throw new InvalidDataException($"a body of {length} bytes");
            socket.Read(length);
        },
    };

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
