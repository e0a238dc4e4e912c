namespace LoadHarness.Cli.Experiments;

/// <summary>The scenario that <c>loadharness init</c> writes. A test reads it back.</summary>
internal static class ScenarioTemplate
{
    /// <summary>The file.</summary>
    public const string Text = """
        # A scenario for LoadHarness: what serves, what loads it, how long it may take.
        name: my-first                # the folder under results/: lower-case letters, digits and dashes
        title: Lookups on two server models

        workload:
          name: hashtable             # `loadharness list` shows the workloads
          keys: 10000                 # options of the workload's clients

        server:
          models: [threaded, select]  # each is measured alone, on the same work
          # cpus: 0                   # CPUs of the server; left out, the harness chooses
          # cores: 1                  # or how many cores
          options:                    # options of the service, as `loadharness serve hashtable --help` shows them
            flush: always

        load:
          stages: [lookup]            # each stage gets a ladder of its own; left out: the usual ones
          max_clients: 64             # the ladder 1, 2, 3, 4, 6, 8, 12… ends here at the latest
          # holds: [1, 8, 64]         # fixed levels in place of the ladder
          window_ms: 100              # 100 to 1000
          think_time_ms: 0
          # idle_connections: 1000    # held open beside the clients, nothing is sent on them
          # churn: 10                 # clients connect anew after so many operations
          # rate_ladder: [0.5, 0.8, 0.95]   # then rates: shares of the capacity found, for latency as users feel it
          # model: rate               # in place of the ladder: operations are due by the clock,
          # rate_per_s: [1000, 5000]  # so many in a second, whether or not earlier ones were answered

        # generator:
        #   cpus: 1                   # one load thread on each
        #   loop: auto                # or epoll, io_uring, portable
        #   allow_overlap: false      # true lets server and generator share CPUs

        profiles:                     # chosen with --profile
          smoke:   { budget_s: 15, repetitions: 1, min_windows: 4, warm_up_s: 0.5 }
          default: { budget_s: 60, repetitions: 3 }   # models: [select] would measure that one only

        """;
}
