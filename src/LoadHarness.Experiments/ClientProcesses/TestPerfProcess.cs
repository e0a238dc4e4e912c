using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>A <c>loadharness client testperf --controlled</c>.</summary>
internal sealed class TestPerfProcess : IClientProcess
{
    private readonly ChildProcess _process;
    private readonly ProcessSampler _sampler;
    private readonly StreamWriter _say;

    /// <summary>Takes over a process that was started with pipes.</summary>
    internal TestPerfProcess(ChildProcess process, Action<string?> heard)
    {
        _process = process;
        _sampler = new ProcessSampler(process.Id);
        _say = new StreamWriter(process.Pipes!.ToChild) { AutoFlush = true, NewLine = "\n" };
        new Thread(() => Hear(new StreamReader(process.Pipes.FromChild), heard))
        {
            IsBackground = true,
            Name = "client process",
        }.Start();
    }

    /// <inheritdoc/>
    public void Say(string line)
    {
        try
        {
            _say.WriteLine(line);
        }
        catch (IOException)
        {
            // It has gone: its end is heard.
        }
    }

    /// <inheritdoc/>
    public long Cpu_ns() => _sampler.Cpu_ns();

    /// <inheritdoc/>
    public ProcessSample Sample() => _sampler.Sample();

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private static void Hear(StreamReader from, Action<string?> heard)
    {
        try
        {
            while (from.ReadLine() is { } line) heard(line);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The end of its words like any other.
        }

        heard(null);
    }
}
