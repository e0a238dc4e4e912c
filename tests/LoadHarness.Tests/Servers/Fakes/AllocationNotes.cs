using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>
/// An echo on threads that it shares with others: notes what its thread has allocated since the call before on the
/// same thread. What an operation allocates is in nearly every note; what others do there, in some.
/// </summary>
internal sealed class AllocationNotes : IConnectionHandler
{
    private readonly Dictionary<int, long> _before_bytes = [];

    /// <summary>Calls that followed another one on their thread.</summary>
    public int Count { get; private set; }

    /// <summary>Those of them before which nothing was allocated.</summary>
    public int WithoutAllocation { get; private set; }

    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var thread = Environment.CurrentManagedThreadId;
        if (_before_bytes.TryGetValue(thread, out var before_bytes))
        {
            Count++;
            if (GC.GetAllocatedBytesForCurrentThread() == before_bytes) WithoutAllocation++;
        }

        output.Write(input);
        _before_bytes[thread] = GC.GetAllocatedBytesForCurrentThread();
        return new Step(input.Length, end ? Next.Close : Next.Read);
    }

    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    public void Closed()
    {
    }
}
