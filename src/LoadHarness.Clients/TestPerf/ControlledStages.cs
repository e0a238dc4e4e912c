using System.Collections.Concurrent;
using System.Globalization;

namespace LoadHarness.Clients.TestPerf;

/// <summary>
/// Stages that another program starts and ends, so that several clients are in the same stage at the same time. The
/// client says <c>ready STAGE</c>; <c>go NS</c> starts it at that monotonic time; then comes its line, and the next
/// stage is made ready. <c>stop</c> ends a stage before its time, <c>stage NAME</c> chooses the next one, and the end
/// of the input ends the client.
/// </summary>
/// <param name="client">Operates.</param>
/// <param name="number">The client's number.</param>
/// <param name="input">Where the other program speaks.</param>
/// <param name="output">Where the client speaks.</param>
/// <param name="tellsSlices">Tell of every slice when it is over.</param>
public sealed class ControlledStages(
    PerfClient client, int number, TextReader input, TextWriter output, bool tellsSlices)
    : IDisposable
{
    private const string Go = "go ";
    private const string Choose = "stage ";

    private readonly BlockingCollection<string> _lines = [];
    private readonly Queue<string> _stages = [];
    private volatile CancellationTokenSource _stage = new();

    /// <summary>Runs until the input ends.</summary>
    /// <param name="stages">Names of the stages.</param>
    /// <param name="length_ns">Longest time of each.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="ServerException">The server does not take what a stage starts from.</exception>
    /// <exception cref="FormatException">The other program says what is not known.</exception>
    public void Run(IReadOnlyList<string> stages, long length_ns, CancellationToken stop)
    {
        foreach (var stage in stages) _stages.Enqueue(stage);
        new Thread(Listen) { IsBackground = true, Name = "control" }.Start();
        var ready = Ready(stop);
        foreach (var line in _lines.GetConsumingEnumerable(stop))
        {
            if (line.StartsWith(Choose, StringComparison.Ordinal))
            {
                _stages.Clear();
                _stages.Enqueue(line[Choose.Length..]);
            }
            else if (ready is not null && line.StartsWith(Go, StringComparison.Ordinal)
                && long.TryParse(line[Go.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var start_ns))
            {
                Measure(ready, start_ns, length_ns);
            }
            else
            {
                throw new FormatException($"'{line}': expected go NS after ready, stage NAME, or stop");
            }

            ready = Ready(stop);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stage.Dispose();
        _lines.Dispose();
    }

    /// <summary>Makes the next stage ready; null when there is none.</summary>
    private string? Ready(CancellationToken stop)
    {
        if (!_stages.TryDequeue(out var stage)) return null;
        try
        {
            client.Prepare(stage);
        }
        catch (ArgumentException unknown)
        {
            throw new FormatException(unknown.Message, unknown);
        }

        // Before the other program can know of the stage, so that none of its words is lost.
        if (!_lines.IsAddingCompleted) _stage = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Say($"ready {stage}");
        return stage;
    }

    private void Measure(string stage, long start_ns, long length_ns)
    {
        var result = new StageResult(stage);
        var part = client.Run(start_ns, start_ns + length_ns, slice =>
        {
            result.Add(slice);
            if (tellsSlices) Say(SliceText.Write(slice));
        }, _stage.Token);
        result.AddPart(part);
        Say(StageText.ForPrograms(result, number, client.Slice_ns));
    }

    private void Listen()
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                if (line is "stop") _stage.Cancel();
                else _lines.Add(line);
            }

            _lines.CompleteAdding();
            _stage.Cancel();
        }
        catch (InvalidOperationException)
        {
            // The client has ended before its input, and nobody waits for more.
        }
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }
}
