using System.Buffers;
using System.Net.Sockets;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Clients.TestPerf;

/// <summary>
/// Carries the operations of one virtual client over a kept connection, one after the other, by blocking calls only.
/// </summary>
/// <param name="connect">Makes a connection; throws <see cref="SocketException"/>.</param>
/// <param name="client">Says what to send and judges what comes.</param>
internal sealed class BlockingConversation(Func<Socket> connect, IVirtualClient client) : IDisposable
{
    private const int FirstInput = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _request = new();
    private byte[] _input = new byte[FirstInput];
    private int _filled;
    private Socket? _socket;

    /// <summary>When the last operation began, after its connect, monotonic ns.</summary>
    internal long Begun_ns { get; private set; }

    /// <summary>When it ended.</summary>
    internal long Ended_ns { get; private set; }

    /// <summary>Payload bytes sent so far.</summary>
    internal long Sent_bytes { get; private set; }

    /// <summary>Payload bytes received so far.</summary>
    internal long Received_bytes { get; private set; }

    /// <summary>Connects now, so that no operation has to.</summary>
    /// <returns>Null, or how it failed.</returns>
    internal Outcome? Connect()
    {
        if (_socket is not null) return null;
        try
        {
            _socket = connect();
            return null;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionRefused ? Outcome.Refused : Outcome.ConnectFailed;
        }
    }

    /// <summary>Does one operation to its end.</summary>
    /// <returns>How it ended; null when there is nothing to do for this purpose.</returns>
    internal Outcome? Perform(Purpose purpose)
    {
        Begun_ns = MonotonicClock.Now_ns;
        var outcome = Connect();
        if (outcome is null)
        {
            Begun_ns = MonotonicClock.Now_ns;
            _request.ResetWrittenCount();
            var step = client.Begin(purpose, _request);
            if (step.Next == ClientNext.Idle) return null;
            outcome = Converse(step);
        }

        Ended_ns = MonotonicClock.Now_ns;
        return outcome;
    }

    /// <inheritdoc/>
    public void Dispose() => Drop();

    private Outcome Converse(ClientStep step)
    {
        try
        {
            while (step.Next != ClientNext.Complete)
            {
                if (step.Next != ClientNext.Receive) throw new NotSupportedException($"cannot do {step.Next}");
                Send();
                if (!TryReceive()) return Fail(Outcome.Reset);
                step = client.Receive(_input.AsSpan(0, _filled), end: false, _request);
                Consume(step.Consumed);
            }

            return step.Outcome;
        }
        catch (SocketException failure)
        {
            return Fail(failure.SocketErrorCode == SocketError.TimedOut ? Outcome.Timeout : Outcome.Reset);
        }
    }

    private void Send()
    {
        var left = _request.WrittenSpan;
        Sent_bytes += left.Length;
        while (!left.IsEmpty) left = left[_socket!.Send(left)..];
        _request.ResetWrittenCount();
    }

    private bool TryReceive()
    {
        if (_filled == _input.Length) Array.Resize(ref _input, 2 * _input.Length);
        var count = _socket!.Receive(_input.AsSpan(_filled));
        _filled += count;
        Received_bytes += count;
        return count > 0;
    }

    private void Consume(int count)
    {
        _filled -= count;
        if (_filled > 0 && count > 0) _input.AsSpan(count, _filled).CopyTo(_input);
    }

    private Outcome Fail(Outcome outcome)
    {
        client.Abandoned();
        Drop();
        return outcome;
    }

    private void Drop()
    {
        _socket?.Dispose();
        _socket = null;
        _filled = 0;
    }
}
