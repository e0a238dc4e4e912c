using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A plain blocking client; every wait has a generous bound.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Connects.</summary>
    /// <param name="server">Where to connect.</param>
    /// <param name="receiveBuffer_bytes">Small: the server soon finds no room when this client does not read.</param>
    public TestClient(IPEndPoint server, int receiveBuffer_bytes = 0)
    {
        _socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer_bytes > 0) _socket.ReceiveBufferSize = receiveBuffer_bytes;
        _socket.ReceiveTimeout = _socket.SendTimeout = (int)Eventually.Bound.TotalMilliseconds;
        _socket.Connect(server);
    }

    public IPEndPoint Local => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Bytes that have arrived and were not read.</summary>
    public int Available => _end - _start + _socket.Available;

    public void Send(string text) => Send(Encoding.ASCII.GetBytes(text));

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[_socket.Send(bytes)..];
    }

    public void FinishSending() => _socket.Shutdown(SocketShutdown.Send);

    public string Ask(string line)
    {
        Send(line + "\n");
        return ReadLine();
    }

    /// <summary>One request after the other, each answered before the next.</summary>
    public void AskMany(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var line = i.ToString(CultureInfo.InvariantCulture);
            Ask(line).ShouldBe(line);
        }
    }

    public string ReadLine()
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end && !Fill()) throw new EndOfStreamException("the server closed in the middle of a line");
            var next = _buffer[_start++];
            if (next == '\n') return Encoding.ASCII.GetString([.. line]);
            line.Add(next);
        }
    }

    public byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            if (_start == _end
                && !Fill()) throw new EndOfStreamException("the server closed before the end of the answer");
            var taken = Math.Min(count - have, _end - _start);
            _buffer.AsSpan(_start, taken).CopyTo(bytes.AsSpan(have));
            _start += taken;
            have += taken;
        }

        return bytes;
    }

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

    /// <summary>True when the server has ended the connection, in whatever way.</summary>
    public bool IsEnded()
    {
        try
        {
            return _socket.Poll(0, SelectMode.SelectRead)
                && _socket.Receive(_buffer.AsSpan(0, 1), SocketFlags.Peek) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private bool Fill()
    {
        _start = 0;
        _end = _socket.Receive(_buffer);
        return _end > 0;
    }
}
