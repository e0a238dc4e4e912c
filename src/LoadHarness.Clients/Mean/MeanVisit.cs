using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Mean;

namespace LoadHarness.Clients.Mean;

/// <summary>The course's client of the running mean: one number, a pause, <c>ready</c>, one answer.</summary>
/// <param name="output">Where its lines go.</param>
/// <param name="number">The client's own number, for its lines.</param>
/// <param name="sleep">Waits.</param>
public sealed class MeanVisit(TextWriter output, int number, Action<TimeSpan> sleep)
{
    private const int LongestAnswer = 1024;

    /// <summary>Does it all.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="data">The number to send.</param>
    /// <param name="pause">Pause before <c>ready</c>.</param>
    /// <exception cref="SocketException">The server cannot be reached, or gives no number for an answer.</exception>
    public void Run(IPEndPoint server, BigInteger data, TimeSpan pause)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Say($"connecting to {PeerText.Of(server)}");
        socket.Connect(server);
        var digits = data.ToString(CultureInfo.InvariantCulture);
        Say($"sending data: {digits}");
        Send(socket, digits);
        Say(string.Create(CultureInfo.InvariantCulture, $"sleeping for {pause.TotalSeconds} seconds"));
        sleep(pause);
        Say("sending ready message");
        Send(socket, "ready");
        Say("receving mean data");
        Say($"mean_data {PythonFloat.Repr(Receive(socket))}");
    }

    private static void Send(Socket socket, string text)
    {
        ReadOnlySpan<byte> left = Encoding.ASCII.GetBytes(text);
        while (!left.IsEmpty) left = left[socket.Send(left)..];
    }

    /// <summary>The answer comes in one piece: it is a few bytes long.</summary>
    private static double Receive(Socket socket)
    {
        var answer = new byte[LongestAnswer];
        var length = socket.Receive(answer);
        if (length == 0) throw Failure("the server closed the connection without an answer");
        var text = Encoding.Latin1.GetString(answer, 0, length);
        return PythonFloat.TryParse(text, out var mean) ? mean : throw Failure($"the answer '{text}' is not a number");
    }

    private static SocketException Failure(string what) => new((int)SocketError.ConnectionReset, what);

    private void Say(string what) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Client {number}: {what}"));
}
