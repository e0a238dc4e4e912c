namespace LoadHarness.Analysis.Findings;

/// <summary>What can be found. Each says which numbers and notes it carries.</summary>
public enum FindingCode
{
    /// <summary>
    /// Throughput levels out. <c>clients, capacity_per_s, low_per_s, high_per_s, starts</c>. Note: the verdict's
    /// reason.
    /// </summary>
    LevelsOut,

    /// <summary>
    /// Throughput falls behind a peak. <c>clients, capacity_per_s, low_per_s, high_per_s</c> of the peak,
    /// <c>highest_clients, last_per_s, drop_share</c>. Note: reason.
    /// </summary>
    Falls,

    /// <summary>
    /// Throughput still rises at the highest level. <c>clients, capacity_per_s, low_per_s, high_per_s</c> there,
    /// <c>gain_share</c> of the last step. Note: reason.
    /// </summary>
    StillRising,

    /// <summary>
    /// The load generator was the limit. <c>clients, capacity_per_s, low_per_s, high_per_s</c> as measured,
    /// <c>generator_cpu_share, outstanding_share</c>; where an experiment shows it: <c>work_share, lost_share</c> of
    /// the most extra work, or <c>more_gain_share</c>. Note: reason.
    /// </summary>
    ClientLimited,

    /// <summary>
    /// Fixed levels were held. <c>from_clients, clients, memory_per_client_bytes, threads_per_client,
    /// descriptors_per_client, rss_bytes, threads, latency_p50_us, latency_p99_us</c>; the last four at the highest
    /// level. Note: reason.
    /// </summary>
    Held,

    /// <summary>
    /// No verdict. <c>highest_clients</c>; <c>capacity_per_s, low_per_s, high_per_s</c> of the best level. Note:
    /// reason.
    /// </summary>
    Undecided,

    /// <summary>
    /// The SUT used up its CPUs. <c>clients, sut_cpu_share, sut_cpus, cpu_per_operation_us, ceiling_per_s</c>.
    /// </summary>
    SutCpuBound,

    /// <summary>
    /// One thread of the SUT is full and others are not. <c>clients, busiest_thread_share, sut_cpu_share, sut_cpus</c>.
    /// </summary>
    SingleThreadLimit,

    /// <summary>
    /// CPU per operation grows with clients. <c>from_clients, from_cpu_us, to_clients, to_cpu_us, growth_share</c>.
    /// Where a counter grows with it: <c>counter_from, counter_to</c> per operation; note: its name.
    /// </summary>
    OverheadRising,

    /// <summary>
    /// CPU per operation falls with clients: wake-ups are shared.
    /// <c>from_clients, from_cpu_us, to_clients, to_cpu_us, saved_share</c>.
    /// </summary>
    WakeUpsAmortised,

    /// <summary>
    /// The log flush is the limit. <c>clients, flush_time_share, flushes_per_operation, flush_length_us</c>.
    /// </summary>
    FlushBound,

    /// <summary>
    /// Operations share flushes. <c>from_clients, from_operations_per_flush, to_clients, to_operations_per_flush</c>.
    /// </summary>
    GroupCommit,

    /// <summary>Clients are served unequally. <c>clients, jain, starved_clients, min_per_s, max_per_s</c>.</summary>
    UnfairClients,

    /// <summary>
    /// Operation types of one model differ. Numbers by stage: <c>capacity_per_s</c>, and <c>ratio</c> to the fastest;
    /// lower bounds are
    /// named in the notes. Subjects: the curves, fastest first.
    /// </summary>
    OperationsDiffer,

    /// <summary>
    /// Models differ on one workload and stage. Numbers by model: <c>ratio, ratio_low, ratio_high, capacity_per_s</c>.
    /// Subjects: best first. Notes: one reason for each comparison.
    /// </summary>
    ModelsDiffer,

    /// <summary>No difference between models is established. Numbers and notes as <see cref="ModelsDiffer"/>.</summary>
    ModelsAlike,

    /// <summary>
    /// What goes with the difference between two models at their plateaus. Numbers by model: <c>cpu_per_operation_us,
    /// voluntary_switches_per_operation, involuntary_switches_per_operation, flushes_per_operation, sut_cpu_share</c>,
    /// where known.
    /// Subjects: the best, the other. Notes: the names of the numbers that differ by more than a quarter.
    /// </summary>
    ModelDifferenceCause,

    /// <summary>
    /// The law that throughput follows. <c>weight, per_client_per_s, knee_clients, knee_low, knee_high, ceiling_per_s,
    /// ceiling_low_per_s, ceiling_high_per_s, residual_share, from_clients, to_clients, levels_beyond_knee</c>;
    /// <c>rival_weight</c> unless the choice is clear; <c>contention_share, coherency, sharpness</c> where the law has
    /// them. Notes: the law; its rival unless the choice is clear.
    /// </summary>
    LawChosen,

    /// <summary>
    /// Latency grows in step with clients past the plateau.
    /// <c>from_clients, from_mean_us, to_clients, to_mean_us, exponent</c> (1 = in proportion).
    /// </summary>
    LatencyGrows,

    /// <summary>
    /// Latency sits at 40 ms: the mark of a delayed acknowledgement meeting Nagle's algorithm.
    /// <c>clients, median_us, p99_us</c>. Note: which of them.
    /// </summary>
    DelayedAcknowledgement,

    /// <summary>
    /// Windows were dropped because others used the machine. <c>disturbed_windows, all_windows, share</c>.
    /// </summary>
    DisturbedWindows,

    /// <summary>
    /// Operations failed. <c>wrong_answers, connect_errors, refused, resets, timeouts, first_clients</c>.
    /// </summary>
    ErrorsSeen,

    /// <summary>
    /// Levels failed their checks. <c>invalid_levels, suspect_levels, all_levels</c>. Notes, one for each objection:
    /// its code, and behind a space the clients of the levels that have it.
    /// </summary>
    LevelsNotValid,

    /// <summary>The run did not finish. <c>planned_s, spent_s</c>. Note: the state and reason.</summary>
    RunInterrupted,

    /// <summary>
    /// Checkpoints took time. Subjects: curves of the model concerned. <c>checkpoints, total_ms, longest_ms, share</c>
    /// of the run's time.
    /// </summary>
    CheckpointCost,

    /// <summary>Restarts vary by more than 5 %. <c>cv, starts</c>.</summary>
    NoisyStarts,

    /// <summary>The capacity rests on a single start. <c>curves</c>.</summary>
    SingleStart,

    /// <summary>Garbage collection takes more than 10 % of the time. <c>clients, gc_pause_share</c>.</summary>
    GcBound,

    /// <summary>
    /// Compiling code just in time takes more than 5 % of the time. <c>clients, compile_share</c>.
    /// </summary>
    Compiling,

    /// <summary>
    /// It levels out and nothing measured explains why. <c>clients, sut_cpu_share</c>. Notes: what was excluded.
    /// </summary>
    Unexplained,

    /// <summary>
    /// An experiment shows that the server, not the load generator, is the limit. <c>clients</c>, and of the test that
    /// shows it: <c>ceiling_share, generator_cpu_share</c>; <c>work_share, lost_share, lost_at_most_share</c>; or
    /// <c>more_gain_share</c>.
    /// </summary>
    ServerIsLimit,

    /// <summary>
    /// It was asked who is the limit, and the tests do not decide. <c>clients, ceiling_share, generator_cpu_share,
    /// work_share, lost_share, lost_at_least_share, lost_at_most_share, more_gain_share, unsound_visits</c>; of extra
    /// work the most.
    /// </summary>
    LimitUndecided,

    /// <summary>
    /// Latency from due at the lowest and at the highest rate that was reached. <c>from_rate_per_s, from_share,
    /// from_p50_us, from_p99_us, rate_per_s, share, p50_us, p99_us</c>; shares are those of the capacity, where it is
    /// known; <c>doubled_rate_per_s, doubled_share</c>: the lowest rate whose 99th percentile is twice the first one.
    /// Note: "lower bound" where the capacity is one.
    /// </summary>
    LatencyAtLoad,

    /// <summary>
    /// Rates that were not reached: fewer than 99 % of the operations due were sent. <c>rate_per_s, share,
    /// sent_share</c> of the lowest of them, <c>rates</c>.
    /// </summary>
    RateNotReached,

    /// <summary>
    /// One order of the operations explains what clients saw of every key. <c>levels, operations, keys, most_at_once,
    /// longest_us, unanswered, unchecked</c>.
    /// </summary>
    Linearizable,

    /// <summary>
    /// No order does. <c>levels, violated_levels, operations, first_clients</c>. Notes: for the first of those levels
    /// the word for its violation.
    /// </summary>
    NotLinearizable,

    /// <summary>Whether one does could not be found out. <c>levels, undecided_levels, operations</c>.</summary>
    LinearizabilityUndecided,

    /// <summary>
    /// Through a long level what the server holds grows within bounds. <c>clients, length_s</c>; of <c>memory</c>
    /// (bytes), <c>descriptors</c> and <c>threads</c> each, as subjects of the numbers: <c>per_hour, low, high,
    /// bound</c>. Notes: their names.
    /// </summary>
    SteadyOverTime,

    /// <summary>Something grows beyond its bound; numbers as above. Notes: what.</summary>
    GrowsOverTime,

    /// <summary>It is not decided whether it does; numbers as above. Notes: of what.</summary>
    GrowthUndecided,

    /// <summary>Files of the run were damaged. Notes: the problems.</summary>
    DamagedFiles,

    /// <summary>
    /// With several times the clients from which it levels out the server loses less than the margin. <c>clients,
    /// before_per_s, overload_clients, overload_per_s, change_share, change_low_share, change_high_share, exponent,
    /// exponent_low, exponent_high</c> (of latency: 1 = in proportion to clients).
    /// </summary>
    HoldsUnderOverload,

    /// <summary>
    /// It loses more than the margin, or operations fail. Numbers as <see cref="HoldsUnderOverload"/>. Note: what
    /// failed.
    /// </summary>
    FallsUnderOverload,

    /// <summary>
    /// After the overload it does what it did before. <c>clients, overload_clients, before_per_s, after_per_s,
    /// change_share, change_low_share, change_high_share</c>.
    /// </summary>
    RecoversFromOverload,

    /// <summary>
    /// After the overload it stays lower by more than the margin. Numbers as <see cref="RecoversFromOverload"/>. Note:
    /// what failed.
    /// </summary>
    DoesNotRecover,

    /// <summary>
    /// It was tried, and the data does not tell what overload does, or whether the server comes back. Numbers as
    /// <see cref="HoldsUnderOverload"/>, of the question that is open; <c>after_per_s</c> where that is the way back.
    /// Note: why, if it is known.
    /// </summary>
    OverloadUndecided,

    /// <summary>
    /// Connections were dropped at a full listen queue, as the kernel counts them for the whole machine.
    /// <c>clients</c> of the first such level, <c>overflows, drops, retransmits, levels</c>.
    /// </summary>
    ConnectionsDropped,

    /// <summary>
    /// TCP sent segments again, as the kernel counts them for the whole machine, and no listen queue was full.
    /// <c>clients, retransmits, retransmits_per_operation</c>.
    /// </summary>
    SegmentsSentAgain,

    /// <summary>
    /// The server waits for pages from disk. <c>clients, major_faults_per_s, read_bytes_per_operation,
    /// rss_bytes</c>.
    /// </summary>
    MemoryShort,

    /// <summary>
    /// Threads of the server wait for a CPU that others use. <c>clients, cpu_wait_share, threads_waiting,
    /// sut_cpu_share, busiest_thread_share</c>. Notes: what was excluded.
    /// </summary>
    CpuShared,

    /// <summary>
    /// Threads of the server wait for one another's locks, the more the more clients there are. <c>clients,
    /// contentions_per_operation, from_clients, from_contentions_per_operation, sut_cpu_share</c>. Notes: what was
    /// excluded.
    /// </summary>
    LockBound,

    /// <summary>
    /// Work waits for threads of the .NET pool. <c>clients, pool_queue, pool_threads, sut_cpu_share</c>. Notes: what
    /// was excluded.
    /// </summary>
    PoolStarved,

    /// <summary>
    /// Processes that serve on one port get unequal shares. <c>clients, workers, connections,
    /// connections_max_over_mean, operations_max_over_mean, expected_cv, p</c> (of equal chances; unknown with few
    /// connections).
    /// </summary>
    UnevenWorkers,
}
