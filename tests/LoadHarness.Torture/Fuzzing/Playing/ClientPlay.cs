using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>Plays the load engine for one virtual client and one operation.</summary>
internal static class ClientPlay
{
    private const int MostPreparations = 100_000;

    /// <summary>Feeds an input as the answer, followed by the end of the connection.</summary>
    public static FuzzOutcome Run(IVirtualClient client, Purpose purpose, byte[] input, Feeding feeding)
    {
        var request = new ArrayBufferWriter<byte>();
        var step = Begin(client, purpose, request);
        var (consumed, fed) = (0, 0);
        while (step.Next == ClientNext.Receive && fed < input.Length)
        {
            fed += feeding.Next(fed, input.Length - fed);
            step = Receive(input.AsSpan(consumed, fed - consumed), end: false);
        }

        if (step.Next == ClientNext.Receive) step = Receive(input.AsSpan(consumed, fed - consumed), end: true);
        var outcome = FuzzOutcome.Of(EndOf(step, consumed == input.Length), []);
        if (step.Next != ClientNext.Complete) client.Abandoned();
        // Whatever came, the client can go on.
        Begin(client, purpose, request);
        return outcome;

        ClientStep Receive(ReadOnlySpan<byte> unread, bool end)
        {
            var taken = client.Receive(unread, end, request);
            if ((uint)taken.Consumed > (uint)unread.Length)
                throw new BrokenPromiseException("the client consumed bytes that were not there");
            consumed += taken.Consumed;
            return taken;
        }
    }

    /// <summary>What a service answers to an operation of a client, after all preparation.</summary>
    /// <param name="preparing">A client that prepares.</param>
    /// <param name="client">The client that asks.</param>
    /// <param name="purpose">What it asks for.</param>
    /// <param name="service">Who answers.</param>
    public static byte[] Answer(IVirtualClient preparing, IVirtualClient client, Purpose purpose, IService service)
    {
        var request = new ArrayBufferWriter<byte>();
        for (var i = 0; purpose != Purpose.Prepare && i < MostPreparations; i++)
        {
            request.ResetWrittenCount();
            if (preparing.Begin(Purpose.Prepare, request).Next != ClientNext.Receive) break;
            preparing.Receive(ServerPlay.Answer(service, request.WrittenSpan.ToArray()), end: false, request);
        }

        request.ResetWrittenCount();
        Begin(client, purpose, request);
        return ServerPlay.Answer(service, request.WrittenSpan.ToArray());
    }

    private static ClientStep Begin(IVirtualClient client, Purpose purpose, ArrayBufferWriter<byte> request)
    {
        var step = client.Begin(purpose, request);
        return step.Next == ClientNext.Wait ? client.Elapsed(request) : step;
    }

    /// <summary>
    /// Bytes behind a right answer make it a wrong one: the engine finds them before the next request.
    /// </summary>
    private static string EndOf(ClientStep step, bool isAllConsumed) => step.Next switch
    {
        ClientNext.Complete when step.Outcome == Outcome.Correct && isAllConsumed => "right",
        ClientNext.Complete => "wrong",
        ClientNext.Receive => "unfinished",
        _ => throw new BrokenPromiseException($"the client waits for {step.Next} in the middle of an answer"),
    };
}
