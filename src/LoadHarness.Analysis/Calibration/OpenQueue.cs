namespace LoadHarness.Analysis.Calibration;

/// <summary>Random arrivals (Poisson) at c workers with a queue without limit.</summary>
public sealed class OpenQueue
{
    private readonly int _workers;
    private readonly double _service_s;
    private readonly double _arrivals_per_s;

    /// <summary>Describes the system.</summary>
    /// <param name="workers">c, ≥ 1.</param>
    /// <param name="service_s">Mean service time, s.</param>
    /// <param name="arrivals_per_s">λ, below c/service time.</param>
    public OpenQueue(int workers, double service_s, double arrivals_per_s) =>
        (_workers, _service_s, _arrivals_per_s) = (workers, service_s, arrivals_per_s);

    /// <summary>ρ, share of the workers' time that is used.</summary>
    public double Load => _arrivals_per_s * _service_s / _workers;

    /// <summary>
    /// Share of requests that have to wait with exponential service times: Erlang's C, by way of his B.
    /// </summary>
    public double WaitingShare
    {
        get
        {
            var offered = _arrivals_per_s * _service_s;
            var blocked = 1.0;
            for (var n = 1; n <= _workers; n++) blocked = offered * blocked / (n + offered * blocked);
            return blocked / (1 - Load * (1 - blocked));
        }
    }

    /// <summary>Mean response time with exponential service times, M/M/c, s.</summary>
    public double MeanExponential_s => _service_s + WaitingShare / Emptying_per_s;

    /// <summary>
    /// Mean response time with fixed service times, s: Pollaczek's and Khinchine's formula, for one worker (M/D/1); NaN
    /// for several, where no closed formula is simple.
    /// </summary>
    public double MeanFixed_s => _workers == 1 ? _service_s * (1 + Load / (2 * (1 - Load))) : double.NaN;

    /// <summary>A quantile of the response time with exponential service times, s.</summary>
    public double Exponential_s(double quantile) => ResponseTail.Quantile_s(Tail, quantile, _service_s);

    /// <summary>θ = c·μ − λ: those who wait do so for an exponential time of this rate.</summary>
    private double Emptying_per_s => _workers / _service_s - _arrivals_per_s;

    private double Tail(double time_s)
    {
        var (service_per_s, waiting_per_s) = (1 / _service_s, Emptying_per_s);
        var served = Math.Exp(-service_per_s * time_s);
        var difference_per_s = service_per_s - waiting_per_s;
        // With equal rates the sum of both times has Erlang's distribution.
        var waited = Math.Abs(difference_per_s) < 1e-9 * service_per_s
            ? (1 + service_per_s * time_s) * served
            : (service_per_s * Math.Exp(-waiting_per_s * time_s) - waiting_per_s * served) / difference_per_s;
        return (1 - WaitingShare) * served + WaitingShare * waited;
    }
}
