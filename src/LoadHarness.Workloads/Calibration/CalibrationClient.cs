using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Calibration;

/// <summary>One byte out, one byte in.</summary>
internal sealed class CalibrationClient : IVirtualClient
{
    /// <inheritdoc/>
    public int OperationType => 0;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose != Purpose.Measure) return ClientStep.Idle;
        request.Write(CalibrationWorkload.Message);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        if (input.IsEmpty) return ClientStep.Receive();
        var isRight = input.SequenceEqual(CalibrationWorkload.Message);
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
        // Nothing is shared with others.
    }
}
