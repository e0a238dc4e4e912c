using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Platform.Proc;
using LoadHarness.Workloads.HashTable;
using LoadHarness.Workloads.Null;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Benchmarks.Peers;

/// <summary>A running server, the virtual clients that load it, and what it has done in each round.</summary>
internal sealed class PeerTarget
{
    private static readonly IWorkload[] _workloads =
        [new HashTableWorkload(DialectFiles.Default), new RespWorkload(), new NullWorkload()];

    private readonly IWorkload _workload;
    private readonly IClientPopulation _population;
    private readonly IPEndPoint _endpoint;
    private readonly int _processId;
    private readonly LoadEngine _engine = new();

    private PeerTarget(
        string name, IWorkload workload, IClientPopulation population, IPEndPoint endpoint, int processId)
    {
        Name = name;
        _workload = workload;
        _population = population;
        _endpoint = endpoint;
        _processId = processId;
    }

    /// <summary>What it is called in the table.</summary>
    public string Name { get; }

    /// <summary>
    /// Reads <c>name,workload,stage,address:port,process</c> and then <c>,option=value</c> as often as needed.
    /// </summary>
    /// <exception cref="FormatException">It is not of this form; the message says what is wrong.</exception>
    public static PeerTarget Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length < 5)
            throw new FormatException($"'{text}': name,workload,stage,address:port,process is needed");
        var workload = Array.Find(_workloads, w => string.Equals(w.Name, parts[1], StringComparison.Ordinal))
            ?? throw new FormatException($"there is no workload '{parts[1]}' to compare with");
        var problems = new List<string>();
        var given = parts[5..].Select(option => option.Split('=', 2))
            .DistinctBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.Ordinal);
        var settings = WorkloadSettings.Create(workload.Options, given, problems);
        if (!workload.Stages.Contains(parts[2], StringComparer.Ordinal))
            problems.Add($"'{parts[2]}' is not one of {string.Join(", ", workload.Stages)}");
        if (!IPEndPoint.TryParse(parts[3], out var endpoint)) problems.Add($"'{parts[3]}' is no address with a port");
        if (!int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
            problems.Add($"'{parts[4]}' is no number of a process");
        if (problems.Count > 0) throw new FormatException(string.Join("; ", problems));
        var population = workload.CreatePopulation(settings, parts[2], PopulationShare.Whole, seed: 1);
        return new PeerTarget(parts[0], workload, population, endpoint!, processId);
    }

    /// <summary>Loads it for a while.</summary>
    /// <exception cref="InvalidOperationException">An operation failed.</exception>
    public PeerRound Load(int clients, double length_s)
    {
        var plan = new LoadPlan
        {
            Target = _endpoint,
            Clients = clients,
            ConnectionUse = _workload.ConnectionUse,
            OperationTypeCount = _workload.OperationTypes.Count,
            Window_ns = 100_000_000,
        };
        var preparation = plan with { Purpose = Purpose.Prepare };
        var load = new TimedLoad(this, length_s);
        if (_population.NeedsPreparation) _engine.Run(preparation, [_population], load, default);
        _engine.Run(plan, [_population], load, default);
        if (load.Errors > 0) throw new InvalidOperationException($"{Name}: {load.Errors} operations failed");
        return load.Round;
    }

    /// <summary>CPU time that the server has used, ns.</summary>
    internal long Cpu_ns() => ProcessCpuClock.Read_ns(_processId);
}
