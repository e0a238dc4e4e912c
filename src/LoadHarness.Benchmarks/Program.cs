using BenchmarkDotNet.Running;
using LoadHarness.Benchmarks;
using LoadHarness.Benchmarks.Connections;
using LoadHarness.Benchmarks.Peers;
using LoadHarness.Benchmarks.Tools;
using LoadHarness.Benchmarks.Tools.Servers;

switch (args)
{
    case ["compare", .. var rest]: return PeerComparison.Run(rest);
    case ["tools", .. var rest]: return ToolComparison.Run(rest);
    case ["connections", .. var rest]: return HeldConnections.Run(rest);
    case [ConnectionHolder.Verb, .. var rest]: return ConnectionHolder.Run(rest);
    case [DelayServer.Verb, var delay_us]: return DelayServer.Run(delay_us);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
        return 0;
}
