namespace LoadHarness.Contracts.Serving;

/// <summary>The result of one call of a connection handler.</summary>
/// <param name="Consumed">Bytes of the input that are done with, 0 … input length; 0 where there was no input.</param>
/// <param name="Next">What the handler waits for.</param>
/// <param name="CommitPoint">
/// The position of the service's log that must be durable before this call's output may leave
/// (<see cref="IDurable.DurableUpTo"/> ≥ <paramref name="CommitPoint"/>); 0 where nothing has to be waited for.
/// Reads carry the commit point of the state they saw, so that nobody is told of a write that a crash can undo.
/// </param>
/// <param name="Due_ns">Meaningful with <see cref="Next.Wait"/>: the moment, monotonic ns.</param>
public readonly record struct Step(int Consumed, Next Next, long CommitPoint = 0, long Due_ns = 0);
