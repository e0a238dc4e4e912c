using System.Diagnostics;
using System.Text;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>A program of others while a test uses it. Ended with the test, whatever happens.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private PeerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has printed on both streams so far.</summary>
    internal string Printed
    {
        get
        {
            lock (_output) return $"{_output}{_errors}";
        }
    }

    internal bool HasExited => _process.HasExited;

    internal static PeerProcess Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(PeerPrograms.Require(program))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new PeerProcess(Process.Start(start)!);
    }

    /// <summary>Runs a program to its end and returns what it printed on standard output.</summary>
    internal static async Task<string> RunAsync(string program, params string[] arguments)
    {
        await using var peer = Start(program, arguments);
        await peer.EndAsync();
        lock (peer._output) return peer._output.ToString();
    }

    /// <summary>Sends an empty line to its input.</summary>
    internal void Say() => _process.StandardInput.WriteLine();

    /// <summary>Waits for its end and returns the lines of its standard output.</summary>
    internal async Task<string[]> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.ExitCode.ShouldBe(0, Printed);
        lock (_output) return _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Ends it as an administrator would, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                ProcessSignals.Terminate(_process.Id);
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await _process.WaitForExitAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        finally
        {
            _process.Dispose();
        }
    }

    private void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (_output) text.Append(line).Append('\n');
    }
}
