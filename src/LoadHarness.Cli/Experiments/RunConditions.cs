using LoadHarness.Contracts.Scenarios;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Cli.Experiments;

/// <summary>
/// What a run changes on the machine while it lasts, as far as the scenario asks for it and the system agrees: idle
/// CPUs are kept from sleeping.
/// </summary>
internal sealed class RunConditions : IDisposable
{
    private readonly CpuLatencyRequest? _awake;
    private readonly string _refusal = "";

    /// <summary>Makes the changes.</summary>
    public RunConditions(LoadSetup load)
    {
        if (!load.KeepAwake) return;
        _awake = CpuLatencyRequest.Open(out var reason);
        if (_awake is null) _refusal = $"keep_awake was asked for, but idle CPUs sleep as ever: {reason}";
    }

    /// <summary>Says what was refused.</summary>
    public void Tell(TextWriter output)
    {
        if (_refusal.Length > 0) output.WriteLine(_refusal);
    }

    /// <summary>Writes down what was changed and what was refused.</summary>
    public RunManifest Stamp(RunManifest manifest) => manifest with
    {
        KeptAwake = _awake is not null,
        Notes = _refusal.Length > 0 ? [.. manifest.Notes, _refusal] : manifest.Notes,
    };

    /// <summary>Takes the changes back.</summary>
    public void Dispose() => _awake?.Dispose();
}
