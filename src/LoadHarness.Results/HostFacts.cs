namespace LoadHarness.Results;

/// <summary>The machine and the runtime that measured. Empty text and 0 mean unknown.</summary>
public sealed record HostFacts
{
    /// <summary>Name of the machine.</summary>
    public string Host { get; init; } = "";

    /// <summary>Kernel and its version.</summary>
    public string Kernel { get; init; } = "";

    /// <summary>Operating system and its version.</summary>
    public string System { get; init; } = "";

    /// <summary>Model name of the CPU.</summary>
    public string CpuModel { get; init; } = "";

    /// <summary>CPUs that the harness may use.</summary>
    public int Cpus { get; init; }

    /// <summary>Memory of the machine, bytes.</summary>
    public long Memory_bytes { get; init; }

    /// <summary>.NET runtime version.</summary>
    public string Runtime { get; init; } = "";

    /// <summary>Garbage collector mode, e.g. <c>workstation concurrent</c>.</summary>
    public string GcMode { get; init; } = "";

    /// <summary>Environment variables that change results (DOTNET_…), those that are set.</summary>
    public IReadOnlyDictionary<string, string> Knobs { get; init; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal);
}
