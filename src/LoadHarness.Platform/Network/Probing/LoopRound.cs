namespace LoadHarness.Platform.Network.Probing;

/// <summary>One round of a trial: both loops, one after the other.</summary>
/// <param name="Epoll_us">CPU time of the client's thread for one operation on epoll, µs.</param>
/// <param name="IoUring_us">The same on io_uring.</param>
public readonly record struct LoopRound(double Epoll_us, double IoUring_us);
