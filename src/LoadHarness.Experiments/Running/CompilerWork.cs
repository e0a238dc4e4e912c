using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>What the just-in-time compilers of server and harness have done so far, of those that tell.</summary>
/// <param name="Methods">Methods compiled; −1 when neither tells.</param>
/// <param name="Time_ns">Time that it took, ns.</param>
internal readonly record struct CompilerWork(long Methods, long Time_ns)
{
    /// <summary>Asks both.</summary>
    public static CompilerWork Of(ISut sut, IUsageMeter meter)
    {
        var (server, harness) = (sut.Read(), meter.Harness());
        return new CompilerWork(
            server.CompiledMethods < 0 && harness.CompiledMethods < 0
                ? -1
                : Math.Max(server.CompiledMethods, 0) + Math.Max(harness.CompiledMethods, 0),
            Math.Max(server.CompileTime_ns, 0) + Math.Max(harness.CompileTime_ns, 0));
    }
}
