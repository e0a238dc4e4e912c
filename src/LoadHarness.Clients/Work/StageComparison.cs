namespace LoadHarness.Clients.Work;

/// <summary>One stage of a client program, done in the plain way and in the optimised one.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Sequential_s">Time of the plain way, in seconds.</param>
/// <param name="Optimised_s">Time of the optimised way without the start of worker processes, in seconds.</param>
/// <param name="StartUp_s">Time until the worker processes were ready, in seconds; 0 without worker processes.</param>
/// <param name="Manner">How the optimised way did it.</param>
public sealed record StageComparison(
    string Stage, double Sequential_s, double Optimised_s, double StartUp_s, string Manner)
{
    /// <summary>How many times as fast the optimised way is, start of the worker processes included.</summary>
    public double Ratio => Sequential_s / (Optimised_s + StartUp_s);

    /// <summary>The comparison of work done by a <see cref="WorkRunner"/>.</summary>
    public static StageComparison Of(string stage, WorkReport sequential, WorkReport optimised) =>
        new(stage, sequential.Work_s, optimised.Work_s, optimised.StartUp_s, optimised.Manner);
}
