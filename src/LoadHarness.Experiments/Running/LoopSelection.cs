using LoadHarness.Platform.Network;
using LoadHarness.Platform.Network.Probing;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Settles the generator's loop where the scenario leaves it open (<c>auto</c>). The runs of one session share one
/// trial.
/// </summary>
/// <param name="measure">Makes the trial: CPU of the generator, CPU of the server.</param>
public sealed class LoopSelection(Func<int, int, IReadOnlyList<LoopRound>> measure)
{
    private readonly Dictionary<(int Generator, int Server), LoopChoice?> _choices = [];

    /// <summary>Settles it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cpus">Who runs where.</param>
    /// <param name="trial">What was measured; null when the loop was named, or nothing could be measured.</param>
    /// <returns>The plan with the loop chosen by name; the same plan when there was no choice.</returns>
    public ExperimentPlan Settle(ExperimentPlan plan, CpuPlan cpus, out LoopTrial? trial)
    {
        trial = null;
        var generator = plan.Scenario.Generator;
        var isOpen = string.Equals(generator.Loop, NetworkLoops.Auto, StringComparison.Ordinal);
        if (!isOpen || generator.UsesProcesses) return plan;
        if (Choice((cpus.Generator.Cpus[0], cpus.Sut.Cpus[0])) is not { } choice) return plan;
        trial = new LoopTrial(choice.Epoll_us, choice.IoUring_us, choice.Ratio, choice.Rounds);
        return plan with { Scenario = plan.Scenario with { Generator = generator with { Loop = choice.Loop } } };
    }

    private LoopChoice? Choice((int Generator, int Server) cpus)
    {
        if (!_choices.TryGetValue(cpus, out var choice))
            _choices[cpus] = choice = LoopChoice.Of(measure(cpus.Generator, cpus.Server));
        return choice;
    }
}
