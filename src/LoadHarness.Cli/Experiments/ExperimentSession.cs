using System.CommandLine;
using System.Globalization;
using LoadHarness.Cli.Live;
using LoadHarness.Cli.Registry;
using LoadHarness.Cli.Serving;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;
using LoadHarness.Experiments.ClientProcesses;
using LoadHarness.Experiments.Manifests;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Network.Probing;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;
using LoadHarness.Servers;
using LoadHarness.Servers.Epoll;
using LoadHarness.Workloads.Null;
using Spectre.Console;

namespace LoadHarness.Cli.Experiments;

/// <summary>Puts the parts of experiments together and runs plans one after the other.</summary>
/// <param name="models">Server models.</param>
/// <param name="workloads">Workloads.</param>
/// <param name="console">Where output goes.</param>
internal sealed class ExperimentSession(ModelRegistry models, WorkloadRegistry workloads,
    InvocationConfiguration console)
{
    /// <summary>Read once: a run binds this process to the generator's CPUs, and then no more are to be seen.</summary>
    private readonly CpuTopology _topology = CpuTopology.Read();

    private readonly LoopSelection _loops = new(LoopTrialRun.Measure);

    /// <summary>Prints the plans, then runs them. Ctrl-C ends the current one and leaves the others out.</summary>
    /// <param name="plans">What to run.</param>
    /// <param name="resultsFolder">Where run folders go.</param>
    /// <param name="folders">Receives the folders of runs with at least one level.</param>
    public ExitCode RunAll(IReadOnlyList<ExperimentPlan> plans, string resultsFolder, ICollection<string> folders)
    {
        PlanText.Write(plans, console.Output);
        if (Shortage(plans) is { } shortage)
        {
            console.Error.WriteLine(shortage);
            return ExitCode.ScenarioInvalid;
        }

        using var stop = new CancellationTokenSource();
        using var signals = new ServerSignals(stop.Cancel);
        var self = ProgramCommand.Of(typeof(ExperimentSession).Assembly);
        using var launcher = new ProcessLauncher(self);
        var worst = ExitCode.Success;
        foreach (var plan in plans)
        {
            if (stop.IsCancellationRequested) break;
            var code = RunOne(plan, resultsFolder, launcher, self, folders, stop.Token);
            if (code != ExitCode.Success) worst = code;
        }

        return stop.IsCancellationRequested ? ExitCode.Interrupted : worst;
    }

    /// <summary>Every client and every idle connection is a descriptor of this process.</summary>
    private static string? Shortage(IReadOnlyList<ExperimentPlan> plans)
    {
        var limit = DescriptorLimit.RaiseToHard();
        foreach (var scenario in plans.Select(plan => plan.Scenario).Where(s => !s.Generator.UsesProcesses))
        {
            var clients = scenario.Load.Holds.Count > 0 ? scenario.Load.Holds[^1] : scenario.Load.MaxClients;
            if (limit.Shortage(clients + scenario.Load.IdleConnections) is { } shortage)
                return $"{scenario.Name}: {shortage}";
        }

        return null;
    }

    private ExitCode RunOne(
        ExperimentPlan plan,
        string resultsFolder,
        ProcessLauncher launcher,
        IReadOnlyList<string> self,
        ICollection<string> folders,
        CancellationToken cancellation)
    {
        var problems = new List<string>();
        if (Cpus(plan, problems) is not { } cpus)
        {
            foreach (var problem in problems) console.Error.WriteLine($"{plan.Scenario.Name}: {problem}");
            return ExitCode.ScenarioInvalid;
        }

        using var conditions = new RunConditions(plan.Scenario.Load);
        conditions.Tell(console.Output);
        plan = _loops.Settle(plan, cpus, out var trial);
        // The controlling thread, the collector and the compiler must not run on the server's CPUs either.
        cpus.Generator.BindProcess();
        using var processes = plan.Scenario.Generator.UsesProcesses
            ? Processes(plan.Scenario, launcher, self, cpus.Generator)
            : null;
        var runner = new ExperimentRunner(
            Starter(plan.Scenario.Server.Foreign, launcher, self, cpus.Sut),
            processes ?? (ILoadEngine)new LoadEngine(),
            processes is null ? new SystemMeter() : new ClientMeter(new SystemMeter(), processes),
            TimeProvider.System);
        var options = new RunOptions
        {
            ResultsFolder = resultsFolder,
            Manifest = conditions.Stamp(ManifestBasis.Read(cpus, _topology, plan.Scenario.Server.Foreign)) with
            {
                LoopTrial = trial,
            },
            GeneratorCpus = cpus.Generator.Cpus,
            SpareCpus = [.. _topology.Cpus.Cpus.Except(cpus.Sut.Cpus).Except(cpus.Generator.Cpus)],
            Ceiling = plan.Scenario.Server.Foreign is { IsRunningAlready: true }
                ? null
                : Ceiling(new ServeSutStarter(launcher, self, cpus.Sut)),
            ConnectionLimit = name => ConnectionLimit(plan.Scenario, name),
        };
        try
        {
            var result = LiveView.Follow(AnsiConsole.Console, console.Output, progress =>
                runner.Run(plan, workloads.Find(plan.Scenario.Workload)!, options, progress, cancellation));
            if (result.Levels > 0) folders.Add(result.Folder);
            return Tell(result, plan.Scenario);
        }
        catch (ResultsException e)
        {
            console.Error.WriteLine(e.Message);
            return StorageExit.CodeOf(e);
        }
    }

    private ExitCode Tell(ExperimentResult result, Scenario scenario)
    {
        console.Output.WriteLine($"results: {result.Folder}");
        foreach (var line in result.Failures.Concat(result.Violations).Distinct(StringComparer.Ordinal))
            console.Error.WriteLine(line);
        if (result.Unsaved is { } unsaved) return Keep(result, unsaved);
        if (result.State == RunState.Failed) return ExitCode.SutFailed;
        if (result.Violations.Count > 0) return ExitCode.NotLinearizable;
        return scenario.Thresholds.Count > 0 ? ThresholdText.Judge(result.Folder, console) : ExitCode.Success;
    }

    private ExitCode Keep(ExperimentResult result, ResultsException unsaved)
    {
        var levels = result.Levels.ToString(CultureInfo.InvariantCulture);
        console.Error.WriteLine(result.Levels == 0
            ? "no level was complete before"
            : $"complete levels saved before: {levels}; report them with: loadharness report {result.Folder}");
        return StorageExit.CodeOf(unsaved);
    }

    private ProcessLoadEngine Processes(
        Scenario scenario, ProcessLauncher launcher, IReadOnlyList<string> self, CpuSet generator) => new(
        new LoadEngine(),
        new TestPerfStarter(launcher, self, scenario, generator.Cpus).Start,
        workloads.Find(scenario.Workload)!.OperationTypes,
        scenario.Load.Window_ms * 1_000_000L);

    private static ISutStarter Starter(
        ForeignServer? foreign, ProcessLauncher launcher, IReadOnlyList<string> self, CpuSet cpus) => foreign switch
        {
            null => new ServeSutStarter(launcher, self, cpus),
            { IsRunningAlready: true } => new AddressSutStarter(foreign.Address!),
            _ => new CommandSutStarter(launcher, foreign, cpus),
        };

    /// <summary>One loop for each CPU serves nothing fastest.</summary>
    private static CeilingServer Ceiling(ServeSutStarter place) => new(
        new NullWorkload(), place, place.Cpus > 1 ? "prefork" : LoopModel.IoUring.Name, NullWorkload.OptionsLike);

    private int? ConnectionLimit(Scenario scenario, string name) => models.Find(name) is { } model
        ? model.ConnectionLimit(ModelSettings.Of(model, scenario.Server.OptionsOf(name)))
        : scenario.Server.Foreign?.MaxConnections;

    private CpuPlan? Cpus(ExperimentPlan plan, List<string> problems)
    {
        var scenario = plan.Scenario;
        var wish = new CpuWish(
            Parse("server", scenario.Server.Cpus, problems),
            scenario.Server.Cores,
            Parse("generator", scenario.Generator.Cpus, problems),
            scenario.Generator.AllowOverlap);
        return problems.Count > 0 ? null : CpuPlan.Choose(_topology, wish, problems);
    }

    private static CpuSet? Parse(string side, string? text, List<string> problems)
    {
        if (text is null) return null;
        if (CpuSet.TryParse(text) is { } set) return set;
        problems.Add($"{side}.cpus: '{text}' is not a list of CPUs like 0 or 0-2,4");
        return null;
    }
}
