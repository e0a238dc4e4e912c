using LoadHarness.Clients.Frames;
using LoadHarness.Clients.Lists;
using LoadHarness.Clients.Primes;
using LoadHarness.Clients.Work;

namespace LoadHarness.Cli.Registry;

/// <summary>The jobs that worker processes can do: one line each.</summary>
internal static class JobRegistry
{
    /// <summary>All of them.</summary>
    internal static IReadOnlyList<IJob> Default { get; } =
    [
        new SortListJob(),
        new PrimeChunkJob(),
        new GifPartJob(),
    ];
}
