using BenchmarkDotNet.Running;
using LoadHarness.Benchmarks;
using LoadHarness.Benchmarks.Peers;

if (args is ["compare", .. var rest]) return PeerComparison.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
return 0;
