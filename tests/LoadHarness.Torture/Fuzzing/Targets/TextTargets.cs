using LoadHarness.Benchmarks.Tools.Commands;
using LoadHarness.Benchmarks.Tools.Servers;
using LoadHarness.Cli.Discovery;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Clients.Work;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;
using LoadHarness.Workloads.Raw;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Short texts: what systems, processes and tools say, and what people write into options.</summary>
internal static class TextTargets
{
    private static readonly byte[][] _words = Promise.Bytes(
        "cpu", " ", "\n", ")", "(", "-", ",", ":", "=", "\\x4", "\\", "'", "\"", "until ", "bytes ", "close",
        "slice=1 ", "ended=1,2", "latency_ns=0:0:5", "\"kind\":\"ready\"", "null", "us", "ms", "Requests/sec:  1.5",
        "\"GET\",\"1.5\"", "voluntary_ctxt_switches:\t5\n", "*2\r\n$4\r\nINFO\r\n", "1.2.3", "٣", "served_ns:", "\r\n");

    /// <summary>All of them.</summary>
    public static IEnumerable<FuzzTarget> All() => [.. Systems(), .. Processes(), .. Options(), .. Tools()];

    private static IEnumerable<FuzzTarget> Systems()
    {
        yield return Of("system/stat", text => Seen(MachineStatText.TryParse(text)),
            "cpu  12764 1 3420 266538 631 4 30 20 0 0\ncpu0 5749 0 1626 134216 59 0 6 9 0 0\nintr 1 2\n");
        yield return Of("system/process-stat", text => Seen(ProcessStatText.TryParse(text)),
            "8241 (a) (b c) R 8188 8188 3235 0 -1 4194304 99 0 0 0 1234 567 0 0 20 0 9 0 142021 3133440 382 1 1 0\n");
        yield return Of("system/status", text => Seen(ContextSwitchText.TryParse(text)),
            "Name:\tdotnet\nvoluntary_ctxt_switches:\t153\nnonvoluntary_ctxt_switches:\t26\n");
        yield return Of("system/schedstat", text => Seen(SchedStatText.TryParse(text)), "643776 130013 3\n");
    }

    private static IEnumerable<FuzzTarget> Processes()
    {
        yield return Of("process/control",
            text => ControlChannelLines.Parse(text)?.Kind is { } kind ? kind : "no message",
            """{"kind":"ready","endpoint":"127.0.0.1:80"}""", """{"kind":"stop"}""",
            """{"kind":"event","event":{"kind":"x","start_ns":1,"duration_ns":2,"count":3,"detail":"d"}}""",
            """{"kind":"sample","id":7,"sample":{"operations":5}}""");
        yield return new ReadTarget("process/slice", Promise.RefusesBy<FormatException>(Slice))
        {
            Seeds = Promise.Bytes(
                "slice=3 whole=1 outstanding_ns=5 cpu_ns=6 sent_bytes=7 received_bytes=8 ended=5,0,0,0,0,0 "
                    + "latency_ns=0:0:5,1000:1000:2", "stage=lookup client=0"),
            Words = _words,
            Allowance_bytes = 16 * 1024 * 1024,
        };
        yield return new ReadTarget("process/frame", Frames)
        {
            Seeds = [[1, 3, 0, 0, 0, 7, 8, 9, 2, 0, 0, 0, 0]],
            Words = _words,
        };
    }

    private static IEnumerable<FuzzTarget> Options()
    {
        yield return Of("option/cpus", Cpus, "0-3,7", "0", "1023");
        yield return Of("option/address", Address, "127.0.0.1:6379", "[::1]:80", "localhost:1");
        yield return Of("option/escaped", text => EscapedText.TryRead(text, out _, out var problem) ? "read" : problem,
            @"a\n\x41\\b", "ping");
        yield return Of("option/answer-end",
            text => AnswerEnd.Check(text) is [var problem] ? problem : AnswerEnd.Read(text).Kind.ToString(),
            @"until \n", "bytes 17", "close");
        yield return Of("option/command", Command, "./server --port {port} 'a b' \"c'd\"", "x");
        yield return Of("option/lifetime", text => LifetimeText.Read(text) is null ? "none" : "some", "5min", "1.5h",
            "30");
    }

    private static IEnumerable<FuzzTarget> Tools()
    {
        yield return Tool("wrk", new Wrk(), "    Latency   412.55us  130.60us   6.03ms\n     50%  397.00us\n"
            + "     99%    1.25ms\nRequests/sec: 122469.00\n  Socket errors: connect 0, read 1, write 2, timeout 3\n");
        yield return Tool("redis-benchmark", new RedisBenchmark("get"),
            "\"test\",\"rps\"\n\"GET\",\"86206.90\",\"0.391\",\"0.120\",\"0.367\",\"0.551\",\"0.703\",\"2.455\"\n");
        yield return Tool("ab", new ApacheBench(),
            "Failed requests:        3\nRequests per second:    121007.00 [#/sec]\n"
            + "Time per request:       0.529 [ms] (mean)\n  50%      1\n  99%      2\n");
        yield return Tool("hey", new Hey(),
            "  Average:\t0.0017 secs\n  Requests/sec:\t37012.5\n  50% in 0.0016 secs\n");
        yield return new ReadTarget("tool/nginx", Promise.RefusesBy<InvalidOperationException>(
            input => NginxCounter.Parse(Promise.Text(input)) > 0 ? "some" : "none"))
        {
            Seeds = Promise.Bytes("Active connections: 1\nserver accepts handled requests\n 16 17 31\nWaiting: 0\n"),
            Words = _words,
        };
        yield return Of("tool/redis-info",
            text => RedisCounter.IsWhole(text) ? RedisCounter.CountIn(text) is { } ? "some" : "none" : "part",
            "$30\r\ntotal_commands_processed:5\r\n\r\n");
        yield return new ReadTarget("tool/delay-request", Delay)
        {
            Seeds = Promise.Bytes("GET / HTTP/1.1\r\n\r\n", "*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nINFO\r\n$5\r\nstats\r\n"),
            Words = _words,
        };
    }

    private static ReadTarget Of(string name, Func<string, string> read, params string[] seeds) =>
        new(name, input => read(Promise.Text(input))) { Seeds = Promise.Bytes(seeds), Words = _words };

    private static ReadTarget Tool(string name, ICommandSyntax syntax, string output) => new(
        $"tool/{name}", Promise.RefusesBy<FormatException>(
            input => double.IsNaN(syntax.Parse(Promise.Text(input)).Mean_us) ? "no latency" : "latency"))
    {
        Seeds = Promise.Bytes(output),
        Words = _words,
        AllowancePerByte = 16 * 1024,
    };

    private static string Seen(object? read) => read is null ? "unknown" : "known";

    private static string Slice(byte[] input)
    {
        if (SliceText.Read(Promise.Text(input)) is not { } slice) return "no slice";
        var written = SliceText.Write(slice);
        Promise.Holds(
            string.Equals(SliceText.Write(SliceText.Read(written)!), written, StringComparison.Ordinal),
            "a slice is read back as it was written");
        return slice.IsWhole ? "whole" : "part";
    }

    private static string Frames(byte[] input)
    {
        using var stream = new MemoryStream(input);
        var count = 0;
        while (Frame.ReadFrom(stream) is { } frame)
        {
            using var written = new MemoryStream();
            frame.WriteTo(written);
            Promise.Holds(
                input.AsSpan((int)(stream.Position - written.Length)).StartsWith(written.ToArray()),
                "a frame is written as it was read");
            count++;
        }

        return count > 1 ? "several" : count > 0 ? "one" : "none";
    }

    private static string Cpus(string text)
    {
        if (CpuSet.TryParse(text) is not { } set) return "none";
        Promise.Holds(set.Equals(CpuSet.TryParse(set.ToString())), "a set of CPUs is read back as it is written");
        return set.Cpus.Count > 1 ? "several" : "one";
    }

    private static string Address(string text)
    {
        if (TargetAddress.TryParse(text) is not { } address) return "none";
        Promise.Holds(
            address.Equals(TargetAddress.TryParse(TargetAddress.Show(address))),
            "an address is read back as it is shown");
        return "an address";
    }

    private static string Command(string text)
    {
        if (CommandWords.Split(text) is not { } words) return "an open quote";
        Promise.Holds(
            CommandWords.Split(CommandWords.Join(words)) is { } again
                && again.SequenceEqual(words, StringComparer.Ordinal),
            "words are split again as they were joined");
        return words.Count > 1 ? "words" : words.Count > 0 ? "a word" : "none";
    }

    private static string Delay(byte[] input)
    {
        var kind = DelayRequest.Read(input, out var length);
        Promise.Holds(length >= 0 && length <= input.Length, "no more is taken than there is");
        return kind.ToString();
    }
}
