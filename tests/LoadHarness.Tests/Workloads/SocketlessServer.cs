using System.Buffers;
using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Workloads;

/// <summary>
/// Plays the server model for one connection of any service, without a socket: keeps what is not consumed, drains,
/// passes the rest.
/// </summary>
internal sealed class SocketlessServer
{
    private readonly IConnectionHandler _handler;
    private readonly ArrayBufferWriter<byte> _output = new();
    private byte[] _input = [];
    private Next _next;

    public SocketlessServer(IService service)
    {
        _handler = service.Connect(new IPEndPoint(IPAddress.Loopback, 48168));
        Follow(_handler.Start(_output));
    }

    /// <summary>True when the handler has asked to close.</summary>
    public bool IsClosed => _next == Next.Close;

    /// <summary>Calls of Drained so far.</summary>
    public int DrainCount { get; private set; }

    /// <summary>Passes input and returns what is answered.</summary>
    public byte[] Send(ReadOnlySpan<byte> input, bool end = false)
    {
        var before = _output.WrittenCount;
        if (IsClosed) return [];
        _input = [.. _input, .. input];
        Follow(_handler.Receive(_input, end, _output));
        while (_next == Next.Drain)
        {
            DrainCount++;
            Follow(_handler.Drained(_output));
            if (_next == Next.Read && (_input.Length > 0 || end)) Follow(_handler.Receive(_input, end, _output));
        }

        return _output.WrittenSpan[before..].ToArray();
    }

    private void Follow(Step step)
    {
        _input = _input[step.Consumed..];
        _next = step.Next;
    }
}
