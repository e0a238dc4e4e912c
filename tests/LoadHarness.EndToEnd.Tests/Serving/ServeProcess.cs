using System.Diagnostics;
using System.Net;
using System.Text;
using LoadHarness.Cli;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>A real <c>loadharness serve</c> in a process of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private const string ListeningWords = "istening on ";

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly StringBuilder _errors = new();

    private ServeProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data, text => _output.Add(text));
        process.ErrorDataReceived += (_, line) => Keep(line.Data, text => _errors.AppendLine(text));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Where it listens, as its first line says.</summary>
    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    public string Errors
    {
        get
        {
            lock (_output) return _errors.ToString();
        }
    }

    /// <summary>Starts one and waits until it listens.</summary>
    public static ServeProcess Start(params IEnumerable<string> arguments)
    {
        var server = Begin([.. Program(), "serve", .. arguments]);
        server.AwaitListening();
        return server;
    }

    /// <summary>Starts one under a limit of the shell's <c>ulimit</c>, and waits until it listens.</summary>
    public static ServeProcess StartLimited(string limit, params IEnumerable<string> arguments)
    {
        var server =
            Begin(["/bin/sh", "-c", $"ulimit {limit}; exec \"$@\"", "sh", .. Program(), "serve", .. arguments]);
        server.AwaitListening();
        return server;
    }

    /// <summary>Runs one that is expected to end by itself.</summary>
    public static (int ExitCode, string Errors) RunToEnd(params IEnumerable<string> arguments)
    {
        using var server = Begin([.. Program(), "serve", .. arguments]);
        return (server.AwaitExit(), server.Errors);
    }

    /// <summary>All lines printed until now.</summary>
    public IReadOnlyList<string> Output()
    {
        lock (_output) return [.. _output];
    }

    /// <summary>Waits for a line on the standard output.</summary>
    public void AwaitOutput(Predicate<string> isIt)
    {
        var deadline = Stopwatch.StartNew();
        lock (_output)
        {
            while (!_output.Exists(isIt))
            {
                var left = Bound - deadline.Elapsed;
                (left > TimeSpan.Zero && !_process.HasExited)
                    .ShouldBeTrue($"no such line; the output is {string.Join('\n', _output)}\n{_errors}");
                Monitor.Wait(_output, TimeSpan.FromMilliseconds(100));
            }
        }
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate() => ProcessSignals.Terminate(_process.Id);

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(Bound).ShouldBeTrue();
    }

    public int AwaitExit()
    {
        _process.WaitForExit(Bound).ShouldBeTrue("the server did not end");
        // Once more without a bound: this overload also waits for the last lines.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private static IReadOnlyList<string> Program() => ProgramCommand.Of(typeof(ExitCode).Assembly);

    private static ServeProcess Begin(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime maps its code through a file of its own, which a limit on file sizes would not let it make.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new ServeProcess(new Process { StartInfo = start });
    }

    private void AwaitListening()
    {
        AwaitOutput(_ => true);
        var first = Output()[0];
        first.ShouldContain(ListeningWords);
        Endpoint = IPEndPoint.Parse(first[(first.IndexOf(ListeningWords, StringComparison.Ordinal)
            + ListeningWords.Length)..]);
    }

    private void Keep(string? line, Action<string> keep)
    {
        if (line is null) return;
        lock (_output)
        {
            keep(line);
            Monitor.PulseAll(_output);
        }
    }
}
