using LoadHarness.Analysis.Calibration;

namespace LoadHarness.Tests.Analysis.Calibration;

/// <summary>Formulas against values known otherwise, and against the replay of long seeded streams.</summary>
public sealed class FormulaTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void One_client_is_never_in_its_own_way()
    {
        var system = new MachineRepairman(clients: 1, workers: 3, service_s: 0.02, think_s: 0.03);
        system.Throughput_per_s.ShouldBe(20, Tolerance);
        system.MeanResponse_s.ShouldBe(0.02, Tolerance);
        // −S·ln(0.01)
        system.Response_s(0.99).ShouldBe(0.0921034037197618, Tolerance);
    }

    [Fact]
    public void Clients_that_do_not_think_keep_all_workers_busy()
    {
        var system = new MachineRepairman(clients: 6, workers: 2, service_s: 0.01, think_s: 0);
        system.Throughput_per_s.ShouldBe(200, Tolerance);
        system.MeanResponse_s.ShouldBe(0.03, Tolerance);
    }

    /// <summary>Two clients, one worker, think time as long as service: X = 0.8·μ from the balance of three
    /// states.</summary>
    [Fact]
    public void Two_clients_at_one_worker_give_what_the_balance_of_three_states_gives()
    {
        var system = new MachineRepairman(clients: 2, workers: 1, service_s: 1, think_s: 1);
        system.Throughput_per_s.ShouldBe(0.8, Tolerance);
        system.MeanResponse_s.ShouldBe(1.5, Tolerance);
    }

    [Theory]
    [InlineData(1, 0.5, 0.5, 2.0)]
    [InlineData(2, 1.0, 1.0 / 3, 4.0 / 3)]
    [InlineData(3, 2.0, 4.0 / 9, 1 + 4.0 / 9)]
    public void Erlangs_formula_gives_the_textbooks_values(int workers, double arrivals, double waiting, double mean)
    {
        var queue = new OpenQueue(workers, service_s: 1, arrivals);
        queue.WaitingShare.ShouldBe(waiting, Tolerance);
        queue.MeanExponential_s.ShouldBe(mean, Tolerance);
    }

    [Fact]
    public void The_response_of_one_exponential_worker_is_exponential()
    {
        // M/M/1: rate μ − λ.
        var queue = new OpenQueue(workers: 1, service_s: 1, arrivals_per_s: 0.75);
        queue.Exponential_s(0.99).ShouldBe(Math.Log(100) / 0.25, 1e-6);
        new OpenQueue(1, 1, 0.5).MeanFixed_s.ShouldBe(1.5, Tolerance);
        new OpenQueue(2, 1, 0.5).MeanFixed_s.ShouldBe(double.NaN);
    }

    [Fact]
    public void Equal_clients_of_fixed_service_fill_the_workers_and_then_wait()
    {
        var queue = new QueueSpec { Workers = 4, Service_us = 10_000, IsFixed = true };
        ClosedFormula.Of(queue, 2, 0.01).Throughput_per_s.ShouldBe(100, Tolerance);
        ClosedFormula.Of(queue, 2, 0.01).Mean_us.ShouldBe(10_000, 1e-6);
        ClosedFormula.Of(queue, 16, 0.01).Throughput_per_s.ShouldBe(400, Tolerance);
        ClosedFormula.Of(queue, 16, 0.01).Mean_us.ShouldBe(30_000, 1e-6);
        (queue with { Lock_us = 5_000 }).Capacity_per_s.ShouldBe(200, Tolerance);
        (queue with { StallEvery_ms = 1000, Stall_ms = 250 }).Capacity_per_s.ShouldBe(300, Tolerance);
    }

    /// <summary>The coherency term of the Universal Scalability Law: the peak is at √(S/κ).</summary>
    [Fact]
    public void The_coherency_cost_puts_the_peak_where_the_law_puts_it()
    {
        var queue = new QueueSpec { Workers = 64, Service_us = 7_200, IsFixed = true, Coherency_us = 50 };
        var peak = Enumerable.Range(1, 40).MaxBy(clients => ClosedFormula.Of(queue, clients, 0).Throughput_per_s);
        peak.ShouldBe(12);
        ClosedFormula.Of(queue, 12, 0).Throughput_per_s.ShouldBe(12 / 0.0138, 1e-6);
    }

    [Theory]
    [InlineData(1, 3, 0.0)]
    [InlineData(2, 6, 0.02)]
    [InlineData(4, 8, 0.02)]
    [InlineData(4, 16, 0.05)]
    public void The_replay_of_a_closed_system_agrees_with_the_repairman(int workers, int clients, double think_s)
    {
        var queue = new QueueSpec { Workers = workers, Service_us = 10_000 };
        var formula = ClosedFormula.Of(queue, clients, think_s);
        QueueFigures Simulate(ulong seed) => QueueSimulation.Closed(queue, clients, think_s, 200, seed);
        IsNear(Simulate(5), formula, SamplingSpread.HalfWidths(Simulate));
    }

    [Theory]
    [InlineData(1, 70)]
    [InlineData(4, 200)]
    [InlineData(4, 340)]
    public void The_replay_of_random_arrivals_agrees_with_Erlang(int workers, double arrivals_per_s)
    {
        var queue = new QueueSpec { Workers = workers, Service_us = 10_000 };
        var open = new OpenQueue(workers, 0.01, arrivals_per_s);
        var formula = new QueueFigures(arrivals_per_s, open.MeanExponential_s * 1e6, open.Exponential_s(0.99) * 1e6);
        QueueFigures Simulate(ulong seed) => QueueSimulation.Open(queue, arrivals_per_s, 200, seed);
        IsNear(Simulate(5), formula, SamplingSpread.HalfWidths(Simulate));
    }

    [Fact]
    public void The_replay_of_fixed_service_agrees_with_Pollaczek_and_Khinchine()
    {
        var queue = new QueueSpec { Workers = 1, Service_us = 10_000, IsFixed = true };
        QueueFigures Simulate(ulong seed) => QueueSimulation.Open(queue, 80, 200, seed);
        var mean_us = new OpenQueue(1, 0.01, 80).MeanFixed_s * 1e6;
        Simulate(5).Mean_us.ShouldBe(mean_us, 1.5 * SamplingSpread.HalfWidths(Simulate).Mean_us);
    }

    /// <summary>Three standard errors: seeds are fixed, so it holds always or never.</summary>
    private static void IsNear(QueueFigures simulated, QueueFigures formula, QueueFigures halfWidths)
    {
        simulated.Throughput_per_s.ShouldBe(formula.Throughput_per_s, 1.5 * halfWidths.Throughput_per_s);
        simulated.Mean_us.ShouldBe(formula.Mean_us, 1.5 * halfWidths.Mean_us);
        simulated.P99_us.ShouldBe(formula.P99_us, 1.5 * halfWidths.P99_us);
    }
}
