using LoadHarness.Results;

namespace LoadHarness.Tests.Results;

/// <summary>A run folder as format 1 wrote it. It must stay readable whatever comes after.</summary>
public sealed class FormatOneTests
{
    private const string Manifest = """
        {
          "format": 1,
          "run_id": "20261121T084400Z",
          "scenario": "number-list",
          "title": "Number lists",
          "profile": "default",
          "started_utc": "2026-11-21T08:44:00+00:00",
          "finished_utc": "2026-11-21T08:52:00+00:00",
          "host": { "host": "bench", "cpus": 2, "memory_bytes": 25769803776, "knobs": { "DOTNET_gcServer": "0" } },
          "commands": [
            { "workload": "number-list", "model": "threaded", "command_line": "loadharness serve number-list" }
          ],
          "rules": { "max_clients": 48, "delta": 0.05, "levels": [] },
          "planned_budget_s": 480,
          "spent_s": 471.5,
          "state": "interrupted",
          "reason": "Ctrl-C",
          "something_new": [1, 2]
        }
        """;

    private const string Key = "format,workload,model,stage,repetition,phase,clients,sequence,";

    [Fact]
    public void It_stays_readable()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("manifest.json"), Manifest);
        File.WriteAllText(folder.Combine("levels.csv"), Key
            + "operation,engine_runs,connected_clients,start_s,measured_s,kept_windows,warmup_windows,"
            + "disturbed_windows,operations,"
            + "throughput_per_s,throughput_half_width_per_s,window_cv,window_lag1,latency_mean_us,"
            + "latency_p50_us,latency_p90_us,latency_p99_us,"
            + "latency_p999_us,latency_max_us,wrong_answers,connect_errors,refused,resets,timeouts,"
            + "received_bytes,sent_bytes,jain_index,"
            + "starved_clients,little_residual,outstanding_share,longest_turn_us,sut_operations,"
            + "all_operations,validity\n"
            + "1,number-list,threaded,download,0,ladder,2,0,download,1,2,0.5,2,20,1,0,1200,600,4.5,0.02,0.1,"
            + "3300,3200,3600,4100,,9000,"
            + "0,0,0,0,0,3200000000,0,0.99,0,-0.01,0.99,120,1260,1260,valid\n");
        File.WriteAllText(folder.Combine("clients.csv"), Key
            + "client,operations,errors,throughput_per_s,latency_mean_us,latency_max_us\n"
            + "1,number-list,threaded,download,0,ladder,2,0,0,600,0,300,3300,9000\n");
        File.WriteAllText(folder.Combine("windows.csv"), Key
            + "window,start_s,length_s,operations,errors,latency_mean_us,sut_cpu_s,generator_cpu_s,"
            + "other_cpu_share,steal_share,state\n"
            + "1,number-list,threaded,download,0,ladder,2,0,0,0.5,0.1,60,0,3300,0.09,0.05,0.01,0,warmup\n");
        File.WriteAllText(folder.Combine("resources.csv"), Key
            + "process,length_s,user_cpu_s,system_cpu_s,cpus,busiest_thread_share,threads,rss_bytes,"
            + "descriptors,voluntary_switches,"
            + "involuntary_switches,flushes,flush_time_s,gc_pause_s,lock_contentions\n"
            + "1,number-list,threaded,download,0,ladder,2,0,sut,2.1,1.5,0.5,1,,12,50000000,30,400,20,-1,,0.001,0\n");
        File.WriteAllText(
            folder.Combine("events.csv"),
            "format,time_s,model,repetition,kind,length_ms,count,detail\n"
            + "1,0.1,threaded,0,sut-started,0,0,port 12345\n");

        Directory.CreateDirectory(folder.Combine("histograms"));
        File.WriteAllText(
            folder.Combine("histograms", "000000.csv"),
            "format,operation,low_ns,high_ns,count\n1,download,1000,1000,3\n");

        var run = RunReader.Read(folder.Path);
        run.Problems.ShouldAllBe(problem => problem.Contains("rows are missing"), "it is an excerpt");
        run.Samples.ShouldBeEmpty();
        run.Manifest.State.ShouldBe(RunState.Interrupted);
        run.Manifest.Rules.MaxClients.ShouldBe(48);
        run.Levels.ShouldHaveSingleItem().LatencyP999_us.ShouldBe(double.NaN);
        run.Levels[0].Throughput_per_s.ShouldBe(600);
        run.Windows.ShouldHaveSingleItem().State.ShouldBe(WindowState.Warmup);
        run.Resources.ShouldHaveSingleItem().VoluntarySwitches.ShouldBe(400);
        (run.Resources[0].MajorFaults, run.Resources[0].Retransmits, run.Resources[0].PoolQueue).ShouldBe((-1, -1, -1));
        run.Resources[0].RunQueueWait_s.ShouldBe(double.NaN);
        run.Clients.ShouldHaveSingleItem().Throughput_per_s.ShouldBe(300);
        run.Events.ShouldHaveSingleItem().Detail.ShouldBe("port 12345");
        run.Levels[0].Open.ShouldBe(OpenFigures.None);
        run.Histograms[0]["download"].Count.ShouldBe(3);
        run.DueHistograms.ShouldBeEmpty();
        run.Manifest.Rules.Open.ShouldBeNull();
    }

    [Fact]
    public void Stored_names_and_numbers_do_not_change()
    {
        Enum.GetNames<LevelPhase>().ShouldBe(
            ["Ladder", "Refine", "Confirm", "Repeat", "Cause", "Ceiling", "Open", "Overload", "Recovery"]);
        Enum.GetNames<LatencyBasis>().ShouldBe(["Send", "Due"]);
        Enum.GetNames<WindowState>().ShouldBe(["Kept", "Warmup", "Disturbed", "Cut"]);
        Enum.GetNames<RunState>().ShouldBe(["Running", "Complete", "Interrupted", "Failed"]);
    }
}
