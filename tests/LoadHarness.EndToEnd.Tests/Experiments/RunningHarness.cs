using System.Diagnostics;
using System.Globalization;
using System.Text;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>
/// A real <c>loadharness run</c> in a process of its own. All that comes from it carries a mark in its environment, by
/// which whoever is left behind is found.
/// </summary>
internal sealed class RunningHarness : IDisposable
{
    public const int StopSignal = 19;
    public const int ContinueSignal = 18;

    private const string Mark = "LOADHARNESS_TEST_MARK";
    private const int LookInterval_ms = 5;
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(120);

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly string _results;
    private readonly Process _process;

    /// <summary>Starts a run.</summary>
    /// <param name="results">Results folder.</param>
    /// <param name="arguments">Words behind <c>run</c>.</param>
    /// <param name="limit">Words for the shell's <c>ulimit</c>; null for none.</param>
    /// <param name="temporary">Temporary folder of it and of all that comes from it; null for the usual one.</param>
    public RunningHarness(
        string results, IEnumerable<string> arguments, string? limit = null, string? temporary = null)
    {
        _results = results;
        string[] command =
        [
            .. ProgramCommand.Of(typeof(ExitCode).Assembly), "run", .. arguments, "--results", results,
        ];
        if (limit is not null) command = ["/bin/sh", "-c", $"ulimit {limit}; exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Mark] = _mark;
        // The runtime maps its code through a file of its own, which a limit on file sizes would not let it make.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
            start.Environment.Remove(LeavingNothing.Diagnostics);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its process number.</summary>
    public int Id => _process.Id;

    /// <summary>What it wrote to its error output.</summary>
    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    /// <summary>What it printed.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>The run folder; there once the first level is written.</summary>
    public string Folder => Directory.GetFiles(_results, "levels.csv", SearchOption.AllDirectories)
        .Select(file => Path.GetDirectoryName(file)!).Single();

    /// <summary>Waits until so many levels are written.</summary>
    public void AwaitLevels(int count) => Await(Levels, levels => levels >= count, "the levels are written");

    /// <summary>The process number of the server, once it is one: before, it is this program on its way.</summary>
    public int AwaitServer() => Await(() => Marked().FirstOrDefault(IsServer), server => server > 0, "a server runs");

    /// <summary>Sends a signal to the harness.</summary>
    public void Send(int signal) => ProcessSignals.Send(Id, signal);

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end, and for the end of all that came from it.</summary>
    public int AwaitEnd()
    {
        _process.WaitForExit(_bound).ShouldBeTrue($"it did not end: {Output}{Errors}");
        _process.WaitForExit();
        Eventually.Seen(() => Marked().ToList(), left => left.Count == 0, "nobody is left behind", _bound);
        return _process.ExitCode;
    }

    /// <summary>Waits for the end and notes the command lines of all that came from it on the way.</summary>
    public IReadOnlyCollection<string> AwaitCommands()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            foreach (var process in Marked().Where(process => process != Id))
                if (Text(process, "cmdline") is { Length: > 0 } line) seen.Add(line.TrimEnd('\0').Replace('\0', ' '));
        }
        while (!_process.WaitForExit(LookInterval_ms));
        return seen;
    }

    /// <summary>Waits for the end and reads what is there.</summary>
    public StoredRun AwaitRun(ExitCode expected)
    {
        AwaitEnd().ShouldBe((int)expected, Output + Errors);
        return RunReader.Read(Folder);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private int Await(Func<int> look, Func<int, bool> isIt, string what) =>
        Eventually.Seen(look, seen => isIt(seen) || _process.HasExited, what, _bound);

    private int Levels()
    {
        var files = Directory.GetFiles(_results, "levels.csv", SearchOption.AllDirectories);
        return files.Length == 0 ? 0 : File.ReadLines(files[0]).Count() - 1;
    }

    private static void Keep(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.AppendLine(line);
    }

    private static bool IsServer(int process) =>
        Text(process, "cmdline") is { } line && line.Split('\0') is var words
        && words.Contains("serve", StringComparer.Ordinal) && !words.Contains(ExecRequest.Verb, StringComparer.Ordinal);

    /// <summary>Living processes that carry the mark; what has ended and waits for its parent does not count.</summary>
    private IEnumerable<int> Marked() => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(
            Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0 && (Text(number, "environ")?.Contains(_mark, StringComparison.Ordinal) ?? false)
            && IsAlive(number));

    private static bool IsAlive(int process) =>
        Text(process, "stat") is { } stat && stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');

    private static string? Text(int process, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
