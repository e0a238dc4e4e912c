using System.Globalization;
using BenchmarkDotNet.Loggers;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;
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
    private const string Prefork = "prefork";
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
        catch (Exception e) when (e is InvalidOperationException or SutException or ResultsException)
        {
            _log.WriteLineError(e.Message);
            return FailureCode;
        }
    }

    private static int Hold(HoldOptions options)
    {
        var problems = new List<string>();
        var topology = CpuTopology.Read();
        var cpus = CpuPlan.Choose(topology, new CpuWish(), problems)
            ?? throw new InvalidOperationException(string.Join("; ", problems));
        using var results = HoldResults.Open(options, cpus, topology);
        var self = OwnProgram.Command(options.Program);
        using var launcher = new ProcessLauncher(self);
        var folder = Directory.CreateTempSubdirectory("loadharness-connections-");
        try
        {
            using var sut = new ServeSutStarter(launcher, self, cpus.Sut).Start(Request(options, folder), default);
            results.Started(sut.CommandLine);
            var idle_bytes = sut.Read().Rss_bytes;
            using var generators = new HoldGenerators(launcher, cpus.Generator, sut.Endpoint, options);
            generators.AwaitConnected(_patience);
            // By then each connection has been used.
            generators.Wait(TimeSpan.FromSeconds(options.Seconds * 0.75));
            var held_bytes = sut.Read().Rss_bytes;
            var row = Row(options, generators.AwaitEnd(_patience), held_bytes - idle_bytes);
            results.Finished(row);
            Tell(row);
            _log.WriteLine($"results: {results.Folder}");
            return row.Connected == row.Requested && row.Errors == 0 ? 0 : FailureCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SutRequest Request(HoldOptions options, DirectoryInfo folder)
    {
        var modelOptions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (HasWorkers(options))
            modelOptions["workers"] = options.Workers.ToString(CultureInfo.InvariantCulture);
        return new SutRequest(new NullWorkload(), options.Model, Scenario.NoOptions, modelOptions, folder.FullName);
    }

    private static bool HasWorkers(HoldOptions options) =>
        string.Equals(options.Model, Prefork, StringComparison.Ordinal);

    private static ConnectionRow Row(HoldOptions options, IReadOnlyList<HoldLine> told, long server_bytes) => new()
    {
        Model = options.Model,
        ServerProcesses = HasWorkers(options) ? options.Workers : 1,
        Loop = options.Loop,
        GeneratorProcesses = options.Generators,
        Requested = options.Connections,
        Connected = told.Sum(line => line.Connected),
        Length_s = options.Seconds,
        Operations = told.Sum(line => line.Operations),
        Errors = told.Sum(line => line.Errors),
        Generator_bytes = told.Sum(line => line.Held_bytes - line.Idle_bytes),
        Server_bytes = server_bytes,
    };

    private static void Tell(ConnectionRow row)
    {
        var processes = row.GeneratorProcesses == 1
            ? "one process"
            : string.Create(CultureInfo.InvariantCulture, $"{row.GeneratorProcesses} processes");
        _log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{row.Connected} of {row.Requested} connections from {processes} ({row.Loop}) to a server on ")
            + string.Create(CultureInfo.InvariantCulture,
            $"{row.Model}, held for {row.Length_s} s: {row.Operations} operations, {row.Errors} errors"));
        _log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"memory for each connection: generator {row.Generator_bytes / KiB / row.Connected:0.00} KiB ")
            + string.Create(CultureInfo.InvariantCulture,
            $"(goal {ClientGoal_KiB}), server {row.Server_bytes / KiB / row.Connected:0.00} KiB ")
            + string.Create(CultureInfo.InvariantCulture, $"(goal {ServerGoal_KiB})"));
    }
}
