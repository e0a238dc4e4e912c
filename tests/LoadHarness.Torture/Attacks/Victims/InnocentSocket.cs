using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Torture.Waiting;

namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>The connection of a well-behaved client; every wait has a generous bound.</summary>
internal class InnocentSocket : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Connects.</summary>
    /// <param name="server">Where to connect.</param>
    /// <param name="receiveBuffer_bytes">Small: the server soon finds no room when this client does not read.</param>
    /// <param name="patience">How long it waits for anything; <see cref="Eventually.Bound"/> if left out.</param>
    public InnocentSocket(IPEndPoint server, int receiveBuffer_bytes = 0, TimeSpan? patience = null)
    {
        Socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer_bytes > 0) Socket.ReceiveBufferSize = receiveBuffer_bytes;
        Socket.ReceiveTimeout = Socket.SendTimeout = (int)(patience ?? Eventually.Bound).TotalMilliseconds;
        Socket.Connect(server);
    }

    /// <summary>Bytes that have arrived and were not read.</summary>
    public int Available => _end - _start + Socket.Available;

    /// <summary>The connection.</summary>
    protected Socket Socket { get; }

    /// <summary>Sends text.</summary>
    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[Socket.Send(bytes)..];
    }

    /// <summary>Reads a line, without its end.</summary>
    public string ReadLine()
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end && !Fill()) throw new EndOfStreamException("the server closed in the middle of a line");
            var next = _buffer[_start++];
            if (next == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
        }
    }

    /// <summary>Reads so many bytes.</summary>
    public byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            if (_start == _end && !Fill()) throw new EndOfStreamException("the server closed before the end");
            var taken = Math.Min(count - have, _end - _start);
            _buffer.AsSpan(_start, taken).CopyTo(bytes.AsSpan(have));
            _start += taken;
            have += taken;
        }

        return bytes;
    }

    /// <summary>Reads until the server closes.</summary>
    public byte[] ReadToEnd()
    {
        using var all = new MemoryStream();
        while (_start < _end || Fill())
        {
            all.Write(_buffer, _start, _end - _start);
            _start = _end;
        }

        return all.ToArray();
    }

    /// <summary>Asks, and complains unless this line is the answer.</summary>
    public void Expect(string request, string answer)
    {
        Send(request);
        var line = ReadLine();
        if (!string.Equals(line, answer, StringComparison.Ordinal))
            throw new InvalidDataException($"'{request.TrimEnd()}' was answered by '{line}', not by '{answer}'");
    }

    /// <summary>A number as protocols write it.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();

    private bool Fill()
    {
        _start = 0;
        _end = Socket.Receive(_buffer);
        return _end > 0;
    }
}
