using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Experiments.Fakes;

/// <summary>Starts servers that are not there, and keeps the order of starts and stops.</summary>
internal sealed class FakeSuts : ISutStarter, IUsageMeter
{
    private readonly List<Sut> _started = [];

    public int Cpus => 1;

    /// <summary>Models in the order of their starts.</summary>
    public IReadOnlyList<string> Starts => [.. _started.Select(sut => sut.Model)];

    /// <summary>The server started last.</summary>
    public Sut Current => _started[^1];

    /// <summary>Models that do not come up.</summary>
    public ISet<string> Broken { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What the servers tell of themselves.</summary>
    public Func<UsageSample> Usage { get; set; } = () => new UsageSample();

    /// <summary>True when no server was left running.</summary>
    public bool AllStopped => _started.TrueForAll(sut => sut.IsStopped);

    public ISut Start(SutRequest request, CancellationToken cancellation)
    {
        if (Broken.Contains(request.Model)) throw new SutException($"{request.Model} did not start");
        if (_started.Count > 0
            && !Current.IsStopped) throw new InvalidOperationException("two servers at the same time");
        _started.Add(new Sut(request.Model, Usage));
        return Current;
    }

    /// <summary>What the harness used.</summary>
    public Func<UsageSample> HarnessUsage { get; set; } = () => new UsageSample();

    public UsageSample Harness() => HarnessUsage();

    public long HarnessCpu_ns() => -1;

    public MachineSample? Machine() => null;

    internal sealed class Sut(string model, Func<UsageSample>? usage = null) : ISut
    {
        public string Model => model;

        public IPEndPoint Endpoint { get; } = new(IPAddress.Loopback, 1);

        public string CommandLine => $"fake {model}";

        public bool HasExited { get; set; }

        public bool IsStopped { get; private set; }

        public string ErrorTail => HasExited ? "out of luck" : "";

        public long ReadCpu_ns() => 0;

        public UsageSample Read() => usage?.Invoke() ?? new UsageSample();

        public IReadOnlyList<ServiceEvent> TakeEvents() => [];

        public void Dispose() => IsStopped = true;
    }
}
