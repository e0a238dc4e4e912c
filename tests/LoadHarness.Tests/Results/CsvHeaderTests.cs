using LoadHarness.Results.Columns;

namespace LoadHarness.Tests.Results;

/// <summary>
/// The header lines that spreadsheets and scripts rely on: change them only together with the format version. What is
/// new comes last and is optional, so that earlier files stay readable.
/// </summary>
public sealed class CsvHeaderTests
{
    private const string Key = "format,workload,model,stage,repetition,phase,clients,sequence,";

    [Fact]
    public void Levels_have_these_columns() => string.Join(',', Tables.Levels.Header).ShouldBe(
        Key + "operation,engine_runs,connected_clients,start_s,measured_s,kept_windows,warmup_windows,"
        + "disturbed_windows,operations,"
        + "throughput_per_s,throughput_half_width_per_s,window_cv,window_lag1,latency_mean_us,latency_p50_us,"
        + "latency_p90_us,"
        + "latency_p99_us,latency_p999_us,latency_max_us,wrong_answers,connect_errors,refused,resets,timeouts,"
        + "received_bytes,"
        + "sent_bytes,jain_index,starved_clients,little_residual,outstanding_share,longest_turn_us,"
        + "sut_operations,all_operations,"
        + "validity,idle_connections,reconnects,reconnect_mean_us,closing_time_s,extra_work_ns,"
        + "generator_threads,"
        + "requested_rate_per_s,arrivals,when_busy,due,sent,sent_rate_per_s,late,queued,dropped,waiting,"
        + "send_lag_p50_us,send_lag_p99_us,send_lag_max_us,own_lag_p50_us,own_lag_p99_us,"
        + "due_latency_mean_us,due_latency_p50_us,due_latency_p90_us,due_latency_p95_us,due_latency_p99_us,"
        + "due_latency_p999_us,due_latency_max_us,"
        + "due_latency_p50_half_width_us,due_latency_p95_half_width_us,due_latency_p99_half_width_us");

    [Fact]
    public void Clients_have_these_columns() => string.Join(',', Tables.Clients.Header).ShouldBe(
        Key + "client,operations,errors,throughput_per_s,latency_mean_us,latency_max_us");

    [Fact]
    public void Windows_have_these_columns() => string.Join(',', Tables.Windows.Header).ShouldBe(
        Key + "window,start_s,length_s,operations,errors,latency_mean_us,sut_cpu_s,generator_cpu_s,"
        + "other_cpu_share,steal_share,state");

    [Fact]
    public void Resources_have_these_columns() => string.Join(',', Tables.Resources.Header).ShouldBe(
        Key + "process,length_s,user_cpu_s,system_cpu_s,cpus,busiest_thread_share,threads,rss_bytes,descriptors,"
        + "voluntary_switches,involuntary_switches,flushes,flush_time_s,gc_pause_s,lock_contentions,"
        + "thread_shares,run_queue_wait_s,minor_faults,major_faults,read_bytes,written_bytes,retransmits,"
        + "listen_overflows,listen_drops,tcp_timeouts,allocated_bytes,pool_queue,pool_threads,worker_connections,"
        + "worker_operations,compile_time_s");

    [Fact]
    public void Samples_have_these_columns() => string.Join(',', Tables.Samples.Header).ShouldBe(
        Key + "time_s,rss_bytes,descriptors,threads,closed_sockets");

    [Fact]
    public void Events_have_these_columns() => string.Join(',', Tables.Events.Header).ShouldBe(
        "format,time_s,model,repetition,kind,length_ms,count,detail");

    [Fact]
    public void Peers_have_these_columns() => string.Join(',', Tables.Peers.Header).ShouldBe(
        "format,server,tool,connections,pipeline,round,delay_us,length_s,operations,generator_cpu_s,server_cpu_s,"
        + "other_cpu_share,served_mean_us,reported_throughput_per_s,reported_mean_us,reported_p50_us,"
        + "reported_p99_us,errors");

    [Fact]
    public void Histories_have_these_columns() => string.Join(',', Tables.Histories.Header).ShouldBe(
        Key + "state,operations,unchecked,unanswered,keys,most_at_once,longest_us,violated_key,violation");

    [Fact]
    public void Violations_have_these_columns() => string.Join(',', Tables.Violations.Header).ShouldBe(
        Key + "table_key,client,operation,value,call_us,return_us");

    [Fact]
    public void Connections_have_these_columns() => string.Join(',', Tables.Connections.Header).ShouldBe(
        "format,model,server_processes,loop,generator_processes,requested,connected,length_s,operations,errors,"
        + "generator_bytes,server_bytes");

    [Fact]
    public void Histograms_have_these_columns() => string.Join(',', Tables.Histogram.Header).ShouldBe(
        "format,operation,low_ns,high_ns,count,basis");

    [Fact]
    public void Every_column_says_what_it_means_and_names_its_unit()
    {
        foreach (var column in Tables.Levels.Columns)
        {
            column.Meaning.ShouldNotBeEmpty();
            if (column.Unit is "µs") column.Name.ShouldEndWith("_us");
            if (column.Unit is "s") column.Name.ShouldEndWith("_s");
            if (column.Unit is "bytes") column.Name.ShouldEndWith("_bytes");
        }
    }

    [Fact]
    public void The_report_shows_a_dash_for_what_is_unknown()
    {
        var row = Samples.Level(Samples.Key());
        Tables.Levels["latency_p999_us"].ToReport(row).ShouldBe("–");
        Tables.Levels["sut_operations"].ToReport(row).ShouldBe("–");
        Tables.Levels["throughput_per_s"].ToReport(row).ShouldBe("49,382.4");
    }

    [Theory]
    [InlineData(-0.0123, "−0.012", "-0.0123")]
    [InlineData(-0.0001, "0.000", "-0.0001")]
    public void Below_zero_the_report_has_a_minus_sign_and_the_file_a_hyphen(
        double residual, string told, string stored)
    {
        var row = Samples.Level(Samples.Key()) with { LittleResidual = residual };
        Tables.Levels["little_residual"].ToReport(row).ShouldBe(told);
        Tables.Levels["little_residual"].ToCsv(row).ShouldBe(stored);
    }
}
