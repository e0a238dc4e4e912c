namespace LoadHarness.Clients.Work;

/// <summary>
/// Shares tasks out: whoever has finished one takes the next, so that nobody waits for a slower neighbour.
/// </summary>
internal static class TaskSharing
{
    /// <summary>Has all tasks done, by one thread for each hand.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="hands">Those who do them, at least one.</param>
    /// <param name="results">Receives the results at the indices of the tasks.</param>
    /// <param name="first">Index of the first task to be done.</param>
    /// <param name="end">Index after the last one.</param>
    /// <exception cref="WorkException">One failed; no further ones were begun.</exception>
    public static void Do(
        IReadOnlyList<byte[]> tasks, IReadOnlyList<Func<byte[], byte[]>> hands, byte[][] results, int first, int end)
    {
        var next = first - 1;
        WorkException? failure = null;
        var threads = new Thread[hands.Count];
        for (var i = 0; i < threads.Length; i++)
        {
            var hand = hands[i];
            threads[i] = new Thread(() => Take(hand)) { IsBackground = true, Name = "work" };
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        if (failure is not null) throw failure;

        void Take(Func<byte[], byte[]> hand)
        {
            try
            {
                for (var i = Interlocked.Increment(ref next);
                    i < end && Volatile.Read(ref failure) is null;
                    i = Interlocked.Increment(ref next))
                    results[i] = hand(tasks[i]);
            }
            catch (Exception e)
            {
                var told = e as WorkException ?? new WorkException(e.Message, e);
                Interlocked.CompareExchange(ref failure, told, null);
            }
        }
    }
}
