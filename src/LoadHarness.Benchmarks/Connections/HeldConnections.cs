using System.Globalization;
using BenchmarkDotNet.Loggers;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Processes;
using LoadHarness.Workloads.Null;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>
/// Holds many connections between one server and one or several generator processes for some time, and prints what a
/// connection costs each side in memory.
/// </summary>
internal static class HeldConnections
{
    private const double KiB = 1024;
    private const double ClientGoal_KiB = 2;
    private const double ServerGoal_KiB = 5;
    private const int UsageCode = 2;
    private const int FailureCode = 1;

    private static readonly ILogger _log = ConsoleLogger.Default;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs it.</summary>
    /// <param name="arguments">See <see cref="HoldOptions"/>.</param>
    /// <returns>0 when all connections were held without an error.</returns>
    public static int Run(string[] arguments)
    {
        try
        {
            return Hold(HoldOptions.Parse(arguments));
        }
        catch (FormatException e)
        {
            _log.WriteLineError(e.Message);
            return UsageCode;
        }
        catch (Exception e) when (e is InvalidOperationException or SutException)
        {
            _log.WriteLineError(e.Message);
            return FailureCode;
        }
    }

    private static int Hold(HoldOptions options)
    {
        var problems = new List<string>();
        var cpus = CpuPlan.Choose(CpuTopology.Read(), new CpuWish(), problems)
            ?? throw new InvalidOperationException(string.Join("; ", problems));
        var self = OwnProgram.Command(options.Program);
        using var launcher = new ProcessLauncher(self);
        var folder = Directory.CreateTempSubdirectory("loadharness-connections-");
        try
        {
            using var sut = new ServeSutStarter(launcher, self, cpus.Sut).Start(Request(options, folder), default);
            var idle_bytes = sut.Read().Rss_bytes;
            using var generators = new HoldGenerators(launcher, cpus.Generator, sut.Endpoint, options);
            generators.AwaitConnected(_patience);
            // By then each connection has been used.
            generators.Wait(TimeSpan.FromSeconds(options.Seconds * 0.75));
            var held_bytes = sut.Read().Rss_bytes;
            return Tell(options, generators.AwaitEnd(_patience), held_bytes - idle_bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SutRequest Request(HoldOptions options, DirectoryInfo folder)
    {
        var modelOptions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.Equals(options.Model, "prefork", StringComparison.Ordinal))
            modelOptions["workers"] = options.Workers.ToString(CultureInfo.InvariantCulture);
        return new SutRequest(new NullWorkload(), options.Model, Scenario.NoOptions, modelOptions, folder.FullName);
    }

    private static int Tell(HoldOptions options, IReadOnlyList<HoldLine> told, long server_bytes)
    {
        var connected = told.Sum(line => line.Connected);
        var operations = told.Sum(line => line.Operations);
        var errors = told.Sum(line => line.Errors);
        var clients_bytes = told.Sum(line => line.Held_bytes - line.Idle_bytes);
        var processes = options.Generators == 1 ? "one process" : $"{options.Generators} processes";
        _log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{connected} of {options.Connections} connections from {processes} ({options.Loop}) to a server on ")
            + string.Create(CultureInfo.InvariantCulture,
            $"{options.Model}, held for {options.Seconds} s: {operations} operations, {errors} errors"));
        _log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"memory for each connection: generator {clients_bytes / KiB / connected:0.00} KiB ")
            + string.Create(CultureInfo.InvariantCulture,
            $"(goal {ClientGoal_KiB}), server {server_bytes / KiB / connected:0.00} KiB (goal {ServerGoal_KiB})"));
        return connected == options.Connections && errors == 0 ? 0 : FailureCode;
    }
}
