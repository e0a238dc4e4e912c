using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

/// <summary>
/// Plays the server model for one handler: keeps what is not consumed, drains, passes the rest, without a socket.
/// </summary>
internal sealed class HandlerDriver(IConnectionHandler handler)
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private byte[] _input = [];

    /// <summary>True when the handler has asked to close.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Bytes written by each call that wrote any.</summary>
    public List<int> Pieces { get; } = [];

    /// <summary>Calls of Drained so far.</summary>
    public int DrainCount { get; private set; }

    /// <summary>The commit point of the last call.</summary>
    public long CommitPoint { get; private set; }

    /// <summary>Called before each Drained: what other connections do in between.</summary>
    public Action? InBetween { get; set; }

    /// <summary>Passes input and returns the replies to it.</summary>
    public string Send(string input, bool end = false) =>
        Encoding.ASCII.GetString(Send(Encoding.UTF8.GetBytes(input), end));

    /// <summary>Passes input and returns the replies to it.</summary>
    public byte[] Send(byte[] input, bool end = false)
    {
        var start = _output.WrittenCount;
        if (IsClosed) return [];
        _input = [.. _input, .. input];
        var step = Called(handler.Receive(_input, end, _output));
        while (step.Next != Next.Read && !IsClosed)
        {
            InBetween?.Invoke();
            DrainCount++;
            step = Called(handler.Drained(_output));
            if (step.Next == Next.Read && (_input.Length > 0 || end)) step =
                Called(handler.Receive(_input, end, _output));
        }

        return _output.WrittenSpan[start..].ToArray();
    }

    private int _written;

    private Step Called(Step step)
    {
        _input = _input[step.Consumed..];
        CommitPoint = step.CommitPoint;
        IsClosed = step.Next == Next.Close;
        if (_output.WrittenCount > _written) Pieces.Add(_output.WrittenCount - _written);
        _written = _output.WrittenCount;
        return step;
    }
}
