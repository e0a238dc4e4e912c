using BenchmarkDotNet.Running;
using LoadHarness.Benchmarks;
using LoadHarness.Benchmarks.Floor;
using LoadHarness.Benchmarks.Peers;

switch (args)
{
    case ["compare", .. var rest]: return PeerComparison.Run(rest);
    case ["floor", .. var rest]: return FloorComparison.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
        return 0;
}
