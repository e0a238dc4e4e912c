using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>
/// Asked for <c>forever</c> it goes on without end and without an answer; everything else is answered as by
/// <see cref="LineHandler"/>.
/// </summary>
/// <param name="goesOn">Called in each turn of the endless ones.</param>
/// <param name="isAsked">Called at each other request.</param>
internal sealed class EndlessHandler(Action? goesOn = null, Action? isAsked = null) : IConnectionHandler
{
    private readonly LineHandler _lines = new();
    private bool _isEndless;

    public Step Start(IBufferWriter<byte> output) => _lines.Start(output);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        _isEndless = input.StartsWith("forever"u8);
        if (_isEndless) return new Step(input.Length, Next.Drain);
        isAsked?.Invoke();
        return _lines.Receive(input, end, output);
    }

    public Step Drained(IBufferWriter<byte> output)
    {
        if (!_isEndless) return _lines.Drained(output);
        goesOn?.Invoke();
        return new Step(0, Next.Drain);
    }

    public void Closed() => _lines.Closed();
}
