namespace LoadHarness.Results;

/// <summary>
/// A short trial of two network loops before a run, on the load generator's CPU: small messages to and fro between many
/// connections of this process and a server beside it.
/// </summary>
/// <param name="Epoll_us">CPU time of the generator's thread for one operation on epoll, µs: median of the rounds.
/// </param>
/// <param name="IoUring_us">The same on io_uring.</param>
/// <param name="Ratio">The second over the first: median of the rounds' ratios.</param>
/// <param name="Rounds">Rounds, each with both loops in turn.</param>
public sealed record LoopTrial(double Epoll_us, double IoUring_us, double Ratio, int Rounds);
