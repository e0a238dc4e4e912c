using System.Buffers;
using System.CommandLine;
using LoadHarness.Benchmarks.Connections;
using LoadHarness.Benchmarks.Peers;
using LoadHarness.Benchmarks.Tools;
using LoadHarness.Benchmarks.Tools.Commands;
using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.Platform.Files.Faults;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;
using LoadHarness.Workloads.Resp.Loading;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>
/// Words that programs of ours are started with, what they tell at their end, and short texts in files. An input is
/// several words, a line for each.
/// </summary>
internal static class WordTargets
{
    private static readonly byte[][] _words = Promise.Bytes(
        "--cpus", "0-3", "--unset\nX", "--new-session", "--die-with-parent", "--", "\n", "=", ",", ":", "*", "rounds=3",
        "seconds=", "1e400", "NaN", "-1", "connections=1,16", "99999999999999999999", "held ", " ", "{key}", "GET ",
        "before:", "write:", "7:", "invalid: ", "suspect ", "; ", "(", ")", "valid", "TcpExt:", "Tcp: RetransSegs\n",
        "TCP: alloc 7\n", "read_bytes:", "null", "resp", "get", "127.0.0.1:80", "keys=5", "٣");

    /// <summary>All of them.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        yield return Of("process/exec", Exec, "--cpus\n0-3\n--new-session\n--die-with-parent\n7\n--\nsleep\n5");
        yield return Of("process/hold", text => HoldLine.TryParse(text) is { } line ? Held(line) : "another line",
            "held 5 6 7 8 9");
        yield return CommandLine();
        yield return Of("option/fault-point", Fault, "before:write:table.txn:1", "After:Rename:*:20");
        yield return Of("option/resp-command", Command, "ZADD board {key} player:{key}");
        yield return Refusing("option/tools", text => Of(ToolOptions.Parse(Words(text)).Connections.Count),
            "rounds=3\nseconds=2.5\nconnections=1,16\nservers=redis");
        yield return Refusing("option/hold", text => Of(HoldOptions.Parse(Words(text)).Connections),
            "model=epoll\nconnections=5\nseconds=1");
        yield return Refusing("option/peer", text => PeerTarget.Parse(text).Name.Length > 0 ? "named" : "not named",
            "ours,resp,get,127.0.0.1:10476,1,keys=5", "a,null,exchange,[::1]:80,7");
        yield return Refusing("tool/floor", text => new FloorClient("", 0).Parse(text).Mean_us > 0 ? "some" : "none",
            "500 6000000 7000\n");
        yield return Of("system/io", text => ProcessIoText.TryParse(text) is null ? "unknown" : "known",
            "rchar: 1\nread_bytes: 4096\nwrite_bytes: 8192\n");
        yield return Of("system/network",
            text => NetworkStatText.Find(text, "TcpExt", "ListenDrops") is null ? "unknown" : "known",
            "TcpExt: SyncookiesSent ListenDrops\nTcpExt: 0 7\n");
        yield return Of("system/sockets",
            text => SocketStatText.TryParse(text) is null ? "unknown" : "known",
            "sockets: used 12\nTCP: inuse 1 orphan 0 tw 128 alloc 5 mem 0\nUDP: inuse 0 mem 83\n");
        yield return Of("result/validity", Validity, "valid", "invalid: errors (3 timeouts); noise suspect (5 %)");
    }

    /// <summary>Every command with its options; nothing is done.</summary>
    private static ReadTarget CommandLine()
    {
        var tree = CommandTree.Create(ModelRegistry.Default, WorkloadRegistry.Default);
        return new ReadTarget("option/command-line", input => Complaint(tree.Parse(Words(Promise.Text(input)))))
        {
            Seeds = Promise.Bytes(
                "run\nx.yaml\n--profile\nsmoke\n--report\n--budget\n5", "serve\nhashtable\n--model\nselect\n--port\n0",
                "catalog\n--lifetime\n5min", "client\ntestperf\n127.0.0.1:1\n--seconds\n3", "check\nx.yaml"),
            Words = [.. _words, .. Promise.Bytes([.. Names(tree).Distinct(StringComparer.Ordinal)])],
            Allowance_bytes = 16 * 1024 * 1024,
            AllowancePerByte = 64 * 1024,
        };
    }

    private static IEnumerable<string> Names(Command command) => command.Options.Select(option => option.Name)
        .Concat(command.Subcommands.SelectMany(Names)).Append(command.Name);

    private static string Complaint(ParseResult parsed)
    {
        Promise.Holds(parsed.Errors.All(error => error.Message.Length > 0), "a mistake is told in words");
        return parsed.Errors is [var first, ..] ? first.Message : parsed.CommandResult.Command.Name;
    }

    private static ReadTarget Of(string name, Func<string, string> read, params string[] seeds) =>
        new(name, input => read(Promise.Text(input))) { Seeds = Promise.Bytes(seeds), Words = _words };

    private static ReadTarget Refusing(string name, Func<string, string> read, params string[] seeds) =>
        new(name, Promise.RefusesBy<FormatException>(input => read(Promise.Text(input))))
        {
            Seeds = Promise.Bytes(seeds),
            Words = _words,
            AllowancePerByte = 16 * 1024,
        };

    private static string[] Words(string text) => text.Split('\n');

    private static string Of(int count) => count > 1 ? "several" : count > 0 ? "one" : "none";

    private static string Exec(string text)
    {
        if (ExecRequest.TryParse(Words(text)) is not { } request) return "wrong";
        var written = request.ToArguments();
        Promise.Holds(
            ExecRequest.TryParse(written)!.ToArguments().SequenceEqual(written, StringComparer.Ordinal),
            "a request is read back as it is written");
        return $"{request.Cpus is not null} {request.NewSession} {request.DieWithParent is not null}";
    }

    private static string Held(HoldLine line)
    {
        Promise.Holds(HoldLine.TryParse(line.ToString()) == line, "a line is read back as it is written");
        return "held";
    }

    private static string Fault(string text)
    {
        if (FaultPoint.TryParse(text) is not { } point) return "none";
        Promise.Holds(FaultPoint.TryParse(point.ToString()) == point, "a fault point is read back as it is written");
        return $"{point.Moment} {point.Operation}";
    }

    private static string Command(string text)
    {
        if (CommandTemplate.Check(text) is [var problem, ..]) return problem;
        var template = new CommandTemplate(text);
        var request = new ArrayBufferWriter<byte>();
        template.Write(request, 7);
        Promise.Holds(request.WrittenSpan[0] == (byte)'*', "a command is an array");
        return template.HasKey ? "with a key" : "without";
    }

    private static string Validity(string text)
    {
        var read = LevelValidity.Parse(text);
        var written = read.ToText();
        Promise.Holds(
            string.Equals(LevelValidity.Parse(written).ToText(), written, StringComparison.Ordinal),
            "what was read is written and read again as it was");
        return $"{read.Grade} {Of(read.Issues.Count)}";
    }
}
