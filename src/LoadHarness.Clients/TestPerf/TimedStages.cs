using LoadHarness.Contracts.Time;

namespace LoadHarness.Clients.TestPerf;

/// <summary>
/// The course's way: one stage after the other, each for the same time, with a line for people and one for programs.
/// </summary>
/// <param name="client">Operates.</param>
/// <param name="number">The client's number.</param>
/// <param name="output">Where the lines go.</param>
public sealed class TimedStages(PerfClient client, int number, TextWriter output)
{
    /// <summary>Runs.</summary>
    /// <param name="stages">Names of the stages.</param>
    /// <param name="length">Measured time of each.</param>
    /// <param name="stop">Ends the stage; what it has done is printed, the others are left out.</param>
    /// <exception cref="ServerException">
    /// The server is not there, or does not take what a stage starts from.
    /// </exception>
    public void Run(IReadOnlyList<string> stages, TimeSpan length, CancellationToken stop)
    {
        foreach (var stage in stages)
        {
            if (stop.IsCancellationRequested) return;
            var result = Run(stage, (long)(length.TotalSeconds * 1e9), stop);
            output.WriteLine(StageText.ForPeople(result));
            output.WriteLine(StageText.ForPrograms(result, number, client.Slice_ns));
            output.Flush();
        }
    }

    /// <summary>A stage whose keys are used up goes on after a pause in which they are made ready again.</summary>
    private StageResult Run(string stage, long length_ns, CancellationToken stop)
    {
        var result = new StageResult(stage);
        do
        {
            client.Prepare(stage);
            var now_ns = MonotonicClock.Now_ns;
            result.AddPart(client.Run(now_ns, now_ns + length_ns - result.Measured_ns, result.Add, stop));
        }
        while (result.Measured_ns < length_ns && !stop.IsCancellationRequested);

        return result;
    }
}
