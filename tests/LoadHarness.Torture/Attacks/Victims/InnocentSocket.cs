using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>The connection of a well-behaved client; every wait has a generous bound.</summary>
internal sealed class InnocentSocket : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Connects.</summary>
    /// <param name="server">Where.</param>
    /// <param name="patience">How long it waits for anything; a minute if left out.</param>
    public InnocentSocket(IPEndPoint server, TimeSpan? patience = null)
    {
        var bound_ms = (int)(patience ?? TimeSpan.FromMinutes(1)).TotalMilliseconds;
        _socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = bound_ms,
            SendTimeout = bound_ms,
        };
        _socket.Connect(server);
    }

    /// <summary>Sends text.</summary>
    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[_socket.Send(bytes)..];
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
    public void Dispose() => _socket.Dispose();

    private bool Fill()
    {
        _start = 0;
        _end = _socket.Receive(_buffer);
        return _end > 0;
    }
}
