using System.Globalization;
using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>Makes the rows of a measured level. Pure.</summary>
internal static class LevelRows
{
    private const string Total = "total";

    /// <summary>Everything the level adds to the run folder.</summary>
    public static MeasuredLevel Of(MeasuringRules rules, LevelRecord level)
    {
        var states = StatesOf(level);
        var kept = level.Windows.Where((_, i) => states[i] == WindowState.Kept).ToList();
        var clients = ClientRowsOf(level, kept);
        var resources = ResourcesOf(level);
        var types = TypesSeen(level);
        var all = RowOf(types.Count == 1 ? types[0] : -1);
        var generator = resources.First(r => string.Equals(r.Process, "generator", StringComparison.Ordinal));
        var checks = LevelChecks.Judge(rules, all, generator, clients, level.Steadiness.IsSteady);
        var rising = level.Open is null ? null : OpenRows.RisingLatency(kept);
        var others = new[]
        {
            level.Objection, HistoryRows.Objection(level.History), ClosedConnections(rules, level, resources),
            LostIdle(rules, level), rising, Standstill.Objection(level.Standstill_s),
        }.OfType<ValidityIssue>();
        var issues = checks.Issues.Select(issue => Explained(level, issue));
        var validity = LevelValidity.Of([.. issues, .. DisturbanceOf(level.Steadiness), .. others]).ToText();
        var rows = types.Count == 1
            ? [all]
            : types.Select(RowOf).Append(all).ToList();
        return new MeasuredLevel
        {
            Levels =
            [
                .. rows.Select(row => row with
                {
                    Validity = validity,
                    ExtraWork_ns = level.ExtraWork_ns,
                    GeneratorThreads = level.GeneratorCpus,
                }),
            ],
            Clients = clients,
            Windows = [.. level.Windows.Select((w, i) => WindowRowOf(level, w, i, states[i]))],
            Resources = resources,
            History = level.History is { } history ? HistoryRows.Of(level.Key, history) : null,
            Violations = level.History is { } told ? HistoryRows.Violations(level.Key, told) : [],
            Samples = [.. level.Held.Select(held => SampleOf(level, held))],
            Histograms = types.ToDictionary(t => level.OperationTypes[t], t => Merge(kept, t), StringComparer.Ordinal),
            DueHistograms = (level.Open is null ? [] : types).ToDictionary(
                t => level.OperationTypes[t], t => OpenRows.FromDue(kept, t), StringComparer.Ordinal),
        };

        LevelRow RowOf(int type)
        {
            var row = LevelRowOf(rules, level, states, kept, clients, type);
            return level.Open is { } open ? OpenRows.Add(row, open, kept, type) : row;
        }
    }

    /// <summary>
    /// Clients that pause and idle connections are meant to be connected meanwhile: fewer descriptors than these show
    /// that the server has not taken them all.
    /// </summary>
    private static ValidityIssue? ClosedConnections(
        MeasuringRules rules, LevelRecord level, List<ResourceRow> resources)
    {
        var held = rules.IdleConnections + (level.HoldsConnections ? level.Key.Clients : 0);
        var sut = resources.Find(row => string.Equals(row.Process, "sut", StringComparison.Ordinal));
        return held == 0 || sut is not { Descriptors: > 0 } open || open.Descriptors >= held
            ? null
            : new ValidityIssue(ValidityCode.NotConnected, ValidityGrade.Invalid, string.Create(
                CultureInfo.InvariantCulture,
                $"the server had {open.Descriptors} descriptors open for {held} clients that wait"));
    }

    /// <summary>Windows that are missing since what the stage draws from did not last are said to be so.</summary>
    private static ValidityIssue Explained(LevelRecord level, ValidityIssue issue)
    {
        var ended = level.Windows.Count(w => w.IsCut && w.Window.Exhausted);
        return ended == 0 || !string.Equals(issue.Code, ValidityCode.FewWindows, StringComparison.Ordinal)
            ? issue
            : issue with
            {
                Detail = string.Create(
                    CultureInfo.InvariantCulture, $"{issue.Detail}, {ended} too short since supply was used up"),
            };
    }

    private static ValidityIssue? LostIdle(MeasuringRules rules, LevelRecord level) =>
        level.IdleConnections >= rules.IdleConnections
            ? null
            : new ValidityIssue(ValidityCode.NotConnected, ValidityGrade.Invalid, string.Create(
                CultureInfo.InvariantCulture,
                $"{level.IdleConnections} of {rules.IdleConnections} idle connections were open at the end"));

    private static IEnumerable<ValidityIssue> DisturbanceOf(LevelSteadiness steadiness)
    {
        if (steadiness.KeptThoughDisturbed == 0) yield break;
        yield return new ValidityIssue(ValidityCode.Disturbed, ValidityGrade.Suspect, string.Create(
            CultureInfo.InvariantCulture,
            $"others used the machine in {steadiness.KeptThoughDisturbed} of the {steadiness.Kept} windows that "
                + $"count"));
    }

    private static WindowState[] StatesOf(LevelRecord level)
    {
        var selected = new Queue<WindowState>(level.Steadiness.States);
        return [.. level.Windows.Select(w => w.IsCut ? WindowState.Cut : selected.Dequeue())];
    }

    private static List<int> TypesSeen(LevelRecord level)
    {
        var seen = Enumerable.Range(0, level.OperationTypes.Count)
            .Where(type => level.Windows.Any(w => w.Window.Ended[type].Any(count => count > 0)))
            .ToList();
        if (seen.Count > 0) return seen;
        var stage = level.OperationTypes.ToList().IndexOf(level.Key.Stage);
        return [Math.Max(0, stage)];
    }

    /// <summary>One row; <paramref name="type"/> −1 takes all operation types together.</summary>
    private static LevelRow LevelRowOf(
        MeasuringRules rules,
        LevelRecord level,
        WindowState[] states,
        List<GatheredWindow> kept,
        List<ClientRow> clients,
        int type)
    {
        var latency = Merge(kept, type);
        var measured_s = kept.Sum(w => w.Window.Length_s);
        var throughput = measured_s > 0 ? latency.Count / measured_s : 0;
        var isShort = measured_s * 1e6 < rules.ThinkTime_us; // then not every client's turn came, and none starved
        var served = isShort ? clients.Count : clients.Count(c => c.Operations > 0);
        return WithConnecting(rules, level, kept, new LevelRow
        {
            Key = level.Key,
            Operation = type < 0 ? Total : level.OperationTypes[type],
            EngineRuns = level.EngineRuns,
            ConnectedClients = level.ConnectedClients,
            Start_s =
                level.Windows.Count == 0 ? double.NaN : (level.Windows[0].Window.Start_ns - level.RunStart_ns) / 1e9,
            Measured_s = measured_s,
            KeptWindows = kept.Count,
            WarmupWindows = states.Count(s => s is WindowState.Warmup),
            DisturbedWindows = states.Count(s => s is WindowState.Disturbed),
            Operations = latency.Count,
            Throughput_per_s = throughput,
            ThroughputHalfWidth_per_s = HalfWidth(Series(kept, type)),
            WindowCv = Dispersion.Cv(Series(kept, type)),
            WindowLag1 = Correlation.Lag1(Series(kept, type)),
            LatencyMean_us = latency.Mean_ns / 1000,
            LatencyP50_us = Percentiles.Value_us(latency, 0.5),
            LatencyP90_us = Percentiles.Value_us(latency, 0.9),
            LatencyP99_us = Percentiles.Value_us(latency, 0.99),
            LatencyP999_us = Percentiles.Value_us(latency, 0.999),
            LatencyMax_us = latency.Count == 0 ? double.NaN : latency.Max_ns / 1000.0,
            WrongAnswers = Ended(kept, type, Outcome.WrongAnswer),
            ConnectErrors = Ended(kept, type, Outcome.ConnectFailed),
            Refused = Ended(kept, type, Outcome.Refused),
            Resets = Ended(kept, type, Outcome.Reset),
            Timeouts = Ended(kept, type, Outcome.Timeout),
            Received_bytes = kept.Sum(w => w.Window.BytesReceived),
            Sent_bytes = kept.Sum(w => w.Window.BytesSent),
            JainIndex = Fairness.Jain([.. clients.Select(c => (double)c.Operations)]),
            StarvedClients = clients.Count - served,
            OutstandingShare = Share(level, kept, w => w.Outstanding_ns),
            LongestTurn_us = kept.Count == 0 ? double.NaN : kept.Max(w => w.Window.LongestTurn_ns) / 1000.0,
            SutOperations = level.Sut is { Operations: >= 0 } sut ? sut.Operations / level.ServedPerOperation : -1,
            AllOperations = level.AllOperations,
            IdleConnections = level.IdleConnections,
        });
    }

    /// <summary>Adds what connecting and closing took: by Little's law, time away from the server.</summary>
    private static LevelRow WithConnecting(
        MeasuringRules rules, LevelRecord level, List<GatheredWindow> kept, LevelRow row)
    {
        var reconnects = kept.Sum(w => w.Window.Reconnects);
        var reconnect_us = kept.Sum(w => w.Window.ReconnectTime_ns) / 1000.0;
        var closing_us = kept.Sum(w => w.Window.ClosingTime_ns) / 1000.0;
        var away_us = rules.ThinkTime_us + (row.Operations > 0 ? (reconnect_us + closing_us) / row.Operations : 0);
        return row with
        {
            Reconnects = reconnects,
            ReconnectMean_us = reconnects > 0 ? reconnect_us / reconnects : double.NaN,
            ClosingTime_s = closing_us / 1e6,
            LittleResidual = LittlesLaw.Residual(
                row.Throughput_per_s, row.LatencyMean_us, away_us, level.Key.Clients,
                edgeShare: Share(level, kept, w => w.AgeGrowth_ns)),
        };
    }

    private static double HalfWidth(List<double> series)
    {
        var interval = BatchMeans.Estimate(series).ToInterval(series.Count, IntervalBasis.Windows);
        return (interval.High - interval.Low) / 2;
    }

    private static List<double> Series(List<GatheredWindow> windows, int type) =>
        windows.ConvertAll(w =>
            (type < 0 ? w.Window.CorrectCount : w.Window.Ended[type][(int)Outcome.Correct]) / w.Window.Length_s);

    private static long Ended(List<GatheredWindow> windows, int type, Outcome outcome) =>
        windows.Sum(w => type < 0
            ? w.Window.Ended.Sum(byOutcome => byOutcome[(int)outcome]) : w.Window.Ended[type][(int)outcome]);

    /// <summary>A time summed over clients as a share of all their time; NaN without windows.</summary>
    private static double Share(LevelRecord level, List<GatheredWindow> kept, Func<WindowSnapshot, long> time_ns)
    {
        var all_ns = kept.Sum(w => (double)(w.Window.End_ns - w.Window.Start_ns)) * level.Key.Clients;
        return all_ns > 0 ? kept.Sum(w => (double)time_ns(w.Window)) / all_ns : double.NaN;
    }

    private static LatencyHistogram Merge(List<GatheredWindow> windows, int type)
    {
        var merged = new LatencyHistogram();
        foreach (var window in windows)
        {
            for (var t = 0; t < window.Window.Latency.Length; t++)
            {
                if (type < 0 || t == type) merged.Add(window.Window.Latency[t]);
            }
        }

        return merged;
    }

    private static List<ClientRow> ClientRowsOf(LevelRecord level, List<GatheredWindow> kept)
    {
        var measured_s = kept.Sum(w => w.Window.Length_s);
        var rows = new List<ClientRow>(level.Key.Clients);
        for (var client = 0; client < level.Key.Clients; client++)
        {
            var total = new ClientTotals();
            foreach (var window in kept.Where(w => w.Clients.Length > client)) Add(ref total, window.Clients[client]);
            rows.Add(new ClientRow
            {
                Key = level.Key,
                Client = client,
                Operations = total.Correct,
                Errors = total.Errors,
                Throughput_per_s = measured_s > 0 ? total.Correct / measured_s : 0,
                LatencyMean_us = total.Correct > 0 ? total.LatencySum_ns / 1000.0 / total.Correct : double.NaN,
                LatencyMax_us = total.LatencyMax_ns / 1000.0,
            });
        }

        return rows;
    }

    private static void Add(ref ClientTotals total, ClientTotals part)
    {
        total.Correct += part.Correct;
        total.Errors += part.Errors;
        total.LatencySum_ns += part.LatencySum_ns;
        total.LatencyMax_ns = Math.Max(total.LatencyMax_ns, part.LatencyMax_ns);
    }

    private static WindowRow WindowRowOf(LevelRecord level, GatheredWindow window, int index, WindowState state) =>
        new()
        {
            Key = level.Key,
            Window = index,
            Start_s = (window.Window.Start_ns - level.RunStart_ns) / 1e9,
            Length_s = window.Window.Length_s,
            Operations = window.Window.CorrectCount,
            Errors = window.Window.ErrorCount,
            LatencyMean_us = window.Window.CorrectCount > 0
            ? window.Window.LatencySum_ns / 1000.0 / window.Window.CorrectCount : double.NaN,
            SutCpu_s = window.SutCpu_s,
            GeneratorCpu_s = window.Window.ThreadCpu_ns.Sum() / 1e9,
            OtherCpuShare = window.OtherCpuShare,
            StealShare = window.StealShare,
            State = state,
        };

    private static SampleRow SampleOf(LevelRecord level, UsageSample held) => new()
    {
        Key = level.Key,
        Time_s = (held.Time_ns - level.RunStart_ns) / 1e9,
        Rss_bytes = held.Rss_bytes,
        Descriptors = held.Descriptors,
        Threads = held.Threads,
        ClosedSockets = held.ClosedSockets,
    };

    private static List<ResourceRow> ResourcesOf(LevelRecord level)
    {
        var rows = new List<ResourceRow>();
        var shares = GeneratorShares(level);
        if (level.Sut is { } sut) rows.Add(sut.ToRow(level.Key, "sut", level.SutCpus));
        rows.Add(level.Generator.ToRow(level.Key, "generator", level.GeneratorCpus) with
        {
            BusiestThreadShare = shares.Count == 0 ? double.NaN : shares.Max(),
            ThreadShares = string.Join(' ', shares.Select(s => s.ToString("0.00", CultureInfo.InvariantCulture))),
        });
        return rows;
    }

    /// <summary>The engine reads the clock of each generator thread itself, exactly for the windows.</summary>
    private static List<double> GeneratorShares(LevelRecord level)
    {
        var length_s = level.Windows.Sum(w => w.Window.Length_s);
        var threads = level.Windows.Count == 0 || length_s <= 0 ? 0 : level.Windows[0].Window.ThreadCpu_ns.Length;
        return
        [
            .. Enumerable.Range(0, threads)
                .Select(thread => level.Windows.Sum(w => w.Window.ThreadCpu_ns[thread]) / 1e9 / length_s),
        ];
    }
}
