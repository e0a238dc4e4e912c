using System.Collections;
using System.Globalization;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Torture.Waiting;

/// <summary>
/// Waits for what must become so, and fails with what it waited for and what it saw last. The bound is generous, so
/// that it is met on any machine.
/// </summary>
internal static class Eventually
{
    /// <summary>Longest wait, unless another is given.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>Between two looks that may be at another process.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(5);

    /// <summary>Looks again and again, and returns the first thing seen that is what was waited for.</summary>
    /// <param name="look">Looks.</param>
    /// <param name="isIt">Judges what was seen.</param>
    /// <param name="what">What is waited for; goes on from "waited in vain until".</param>
    /// <param name="bound">Longest wait; null for <see cref="Bound"/>.</param>
    /// <exception cref="TimeoutException">It never came.</exception>
    public static T Seen<T>(Func<T> look, Func<T, bool> isIt, string what, TimeSpan? bound = null)
    {
        T? seen = default;
        return SpinWait.SpinUntil(() => isIt(seen = look()), bound ?? Bound) ? seen! : throw InVain(what, seen);
    }

    /// <summary>As <see cref="Seen{T}"/>, for looks that have to be waited for; no thread is held meanwhile.</summary>
    public static async Task<T> SeenAsync<T>(
        Func<Task<T>> look, Func<T, bool> isIt, string what, TimeSpan? bound = null)
    {
        var until_ns = MonotonicClock.Now_ns + (long)(bound ?? Bound).TotalNanoseconds;
        while (true)
        {
            var seen = await look();
            if (isIt(seen)) return seen;
            if (MonotonicClock.Now_ns >= until_ns) throw InVain(what, seen);
            await Task.Delay(_between, TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Waits for a value.</summary>
    public static void Is<T>(Func<T> look, T expected, string what) =>
        Seen(look, seen => EqualityComparer<T>.Default.Equals(seen, expected), what);

    /// <summary>Waits for a condition.</summary>
    public static void True(Func<bool> condition, string what) => Is(condition, expected: true, what);

    /// <summary>Waits for a condition without holding a thread.</summary>
    public static Task TrueAsync(Func<bool> condition, string what) =>
        SeenAsync(() => Task.FromResult(condition()), seen => seen, what);

    /// <summary>Waits for the end of a task, whatever its outcome.</summary>
    public static void Ends(Task task, string what) => Seen(() => task.Status, _ => task.IsCompleted, what);

    private static TimeoutException InVain(string what, object? seen) =>
        new($"waited in vain until {what}; last seen: {Text(seen)}");

    private static string Text(object? seen) => seen switch
    {
        null => "nothing",
        string text => text,
        IEnumerable several => $"[{string.Join(", ", several.Cast<object?>().Select(Text))}]",
        _ => Convert.ToString(seen, CultureInfo.InvariantCulture)!,
    };
}
