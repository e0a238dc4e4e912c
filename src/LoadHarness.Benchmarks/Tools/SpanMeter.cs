using LoadHarness.Benchmarks.Tools.Servers;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Proc;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>
/// Measures a span from outside, the same for every tool: the server's own count, and the CPU time of the tool's whole
/// process. What lies before the span, a tool's start above all, is in neither.
/// </summary>
/// <param name="server">The server.</param>
internal sealed class SpanMeter(MeasuredServer server)
{
    private readonly MachineSampler _machine = new();
    private Moment _begin;
    private Moment _end;

    /// <summary>The span begins.</summary>
    /// <param name="generator">Process number of the tool.</param>
    public void Begin(int generator) => _begin = Now(generator);

    /// <summary>The span ends.</summary>
    /// <param name="generator">Process number of the tool.</param>
    public void End(int generator) => _end = Now(generator);

    /// <summary>What was measured.</summary>
    public ToolSpan Span()
    {
        // The question for the count at one end is one of the requests.
        var operations = _end.Count.Operations - _begin.Count.Operations - 1;
        var generator_ns = _end.Generator_ns - _begin.Generator_ns;
        var server_ns = _end.Server_ns - _begin.Server_ns;
        var noise = MachineNoise.Between(_begin.Machine, _end.Machine, generator_ns + server_ns);
        return new ToolSpan(
            (_end.Time_ns - _begin.Time_ns) / 1e9,
            operations,
            generator_ns / 1e9,
            server_ns / 1e9,
            noise.OtherCpuShare,
            (_end.Count.Served_ns - _begin.Count.Served_ns) / 1e3 / operations);
    }

    private Moment Now(int generator) => new(
        server.Count(),
        MonotonicClock.Now_ns,
        ProcessCpuClock.Read_ns(generator),
        server.Cpu_ns(),
        _machine.Sample());

    private readonly record struct Moment(
        ServerCount Count, long Time_ns, long Generator_ns, long Server_ns, MachineSample? Machine);
}
