using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Calibration;

/// <summary>One connection: every byte is a request, answered by a newline when its time has come.</summary>
/// <param name="service">The queue that all connections share.</param>
/// <param name="number">Number of the connection, from 1.</param>
internal sealed class CalibrationHandler(CalibrationService service, long number) : IConnectionHandler
{
    private int _place;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        if (input.IsEmpty) return new Step(0, end ? Next.Close : Next.Read);
        (var due_ns, _place) = service.Admit(number);
        return new Step(1, Next.Wait, Due_ns: due_ns);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output)
    {
        output.Write(CalibrationWorkload.Message);
        service.Answered(_place);
        return new Step(0, Next.Read);
    }

    /// <inheritdoc/>
    public void Closed()
    {
        // A request that was admitted keeps its worker: the queue does not know who still waits for an answer.
    }
}
