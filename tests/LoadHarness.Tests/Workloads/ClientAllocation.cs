using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Tests.Workloads;

/// <summary>What a virtual client allocates for its operations when each is given the same answer.</summary>
internal static class ClientAllocation
{
    /// <summary>A client has to have so many operations.</summary>
    public const int MostOperations = 10 * Counted;

    private const int Counted = 1000;

    /// <summary>The least bytes of several tries.</summary>
    /// <param name="client">The client, prepared.</param>
    /// <param name="answer">Ends every operation.</param>
    /// <param name="outcome">How it ends them; null when that does not matter.</param>
    /// <param name="end">True when the server closes with the answer.</param>
    public static long LeastOf_bytes(
        IVirtualClient client, byte[] answer, Outcome? outcome = Outcome.Correct, bool end = false)
    {
        var request = new ArrayBufferWriter<byte>(4096);
        var other = 0;
        var least = Allocation.LeastOf_bytes(() =>
        {
            for (var i = 0; i < Counted; i++)
            {
                request.ResetWrittenCount();
                client.Begin(Purpose.Measure, request);
                var step = client.Receive(answer, end, request);
                if (step.Next != ClientNext.Complete || (outcome is { } only && step.Outcome != only)) other++;
            }
        });
        other.ShouldBe(0, "operations ended in another way");
        return least;
    }
}
