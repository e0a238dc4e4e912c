using System.Runtime.ExceptionServices;

namespace LoadHarness.Clients.Work;

/// <summary>
/// Shares numbered tasks out: whoever has finished one takes the next, so that nobody waits for a slower neighbour.
/// </summary>
public static class Sharing
{
    /// <summary>Has all tasks done, by one thread for each hand.</summary>
    /// <param name="hands">Those who do them: each is called with the number of a task, by its own thread.</param>
    /// <param name="first">The first task.</param>
    /// <param name="end">The number after the last one.</param>
    /// <exception cref="Exception">What the first failing hand threw; no further tasks were begun.</exception>
    public static void Do(IReadOnlyList<Action<int>> hands, int first, int end)
    {
        var next = first - 1;
        ExceptionDispatchInfo? failure = null;
        var threads = new Thread[hands.Count];
        for (var i = 0; i < threads.Length; i++)
        {
            var hand = hands[i];
            threads[i] = new Thread(() => Take(hand)) { IsBackground = true, Name = "work" };
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        failure?.Throw();

        void Take(Action<int> hand)
        {
            try
            {
                for (var i = Interlocked.Increment(ref next);
                    i < end && Volatile.Read(ref failure) is null;
                    i = Interlocked.Increment(ref next))
                    hand(i);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }
    }
}
