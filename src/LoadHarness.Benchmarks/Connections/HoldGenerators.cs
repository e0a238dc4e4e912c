using System.Net;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>The generator processes of one run. Disposing ends them.</summary>
internal sealed class HoldGenerators : IDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    private readonly List<ChildProcess> _processes = [];
    private readonly List<HoldLine> _told = [];
    private readonly CountdownEvent _connected;

    /// <summary>Starts them, each with its share of the connections and a source address of its own.</summary>
    public HoldGenerators(ProcessLauncher launcher, CpuSet cpus, IPEndPoint target, HoldOptions options)
    {
        _connected = new CountdownEvent(options.Generators);
        for (var i = 0; i < options.Generators; i++)
        {
            var share = (options.Connections * (i + 1L) / options.Generators)
                - (options.Connections * (long)i / options.Generators);
            var source = new IPAddress([127, 0, 0, (byte)(1 + i)]);
            _processes.Add(launcher.Start(new LaunchRequest
            {
                Command =
                [
                    .. ProgramCommand.Of(typeof(HoldGenerators).Assembly),
                    .. ConnectionHolder.Arguments(target, (int)share, options.Seconds, source, options.Loop),
                ],
                Cpus = cpus,
                Printed = Take,
            }));
        }
    }

    /// <summary>Waits until all clients have tried to connect.</summary>
    /// <exception cref="InvalidOperationException">A generator fails, or the time is up.</exception>
    public void AwaitConnected(TimeSpan limit)
    {
        var end_ns = MonotonicClock.Now_ns + (long)limit.TotalNanoseconds;
        while (!_connected.Wait(_look))
        {
            if (_processes.Exists(process => process.HasEnded)) throw Failure("a generator failed");
            if (MonotonicClock.Now_ns > end_ns) throw Failure("not all clients have tried to connect in time");
        }
    }

    /// <summary>Lets time pass while they hold.</summary>
    public void Wait(TimeSpan length) => _processes[0].WaitForEnd(length);

    /// <summary>Waits for their end.</summary>
    /// <exception cref="InvalidOperationException">A generator fails, or the time is up.</exception>
    public IReadOnlyList<HoldLine> AwaitEnd(TimeSpan limit)
    {
        foreach (var process in _processes)
        {
            if (!process.WaitForEnd(limit)) throw Failure("a generator does not end");
            process.AwaitOutput();
            if (process.ExitCode != 0) throw Failure("a generator failed");
        }

        lock (_told) return _told.Count == _processes.Count ? [.. _told] : throw Failure("a generator told nothing");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in _processes) process.Dispose();
        _connected.Dispose();
    }

    private void Take(string line)
    {
        if (string.Equals(line, ConnectionHolder.Connected, StringComparison.Ordinal)) _connected.Signal();
        else if (HoldLine.TryParse(line) is { } told)
            lock (_told) _told.Add(told);
    }

    private InvalidOperationException Failure(string what) =>
        new($"{what}: {string.Join("; ", _processes.SelectMany(process => process.Output.Lines))}");
}
