using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Torture.Fuzzing.Playing;
using LoadHarness.Workloads.HashTable;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Searching;
using LoadHarness.Workloads.HashTable.Serving;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Both sides of the hash table in every dialect. What is changed are messages; most of them get a right frame
/// afterwards.</summary>
internal static class HashTableTargets
{
    private const int LongestLine = 2048;

    // As many bytes as a framing may need to be told.
    private const int Together_bytes = 24;

    // An automaton of a pattern takes a great deal, and a connection may ask for several.
    private const long Patterns_bytes = 256L * 1024 * 1024;

    private static readonly string[] _stages = ["insert", "lookup", "scan", "remove"];

    private static readonly byte[][] _words = Promise.Bytes(
        "\"method\"", "\"insert\"", "\"lookup\"", "\"remove\"", "\"scan\"", "\"query\"", "\"size\"", "\"key\"",
        "\"value\"", "\"regex\"", "\"subkey\"", "\"subvalue\"", "\"arguments\"", "\"result\"", "\"status\"", "\"OK\"",
        "{\"method\":\"size\"}\n", "{\"method\":\"lookup\",\"key\":\"a\"}\n", "\"a\"", "\"\\u0061\"",
        "\"\\ud83d\\ude00\"", "{\"method\":\"scan\",\"regex\":\"", "^a", "(?P<n>a)(?P=n)", "[^]a]", "{,3}", "(a|b)*",
        "\\\\Z", "(?=a)", "\\\\1", ":", ",", "[[\"a\",1]]", "\"weight\"", "\"name\"", "1e5", "-0.0",
        "{\"x\":{\"y\":[1,2,{}]}}");

    /// <summary>All of them.</summary>
    public static IEnumerable<FuzzTarget> All() =>
        DialectFiles.Default.Names.SelectMany(name => Of(name, DialectFiles.Default.Find(name, [])!));

    private static IEnumerable<FuzzTarget> Of(string name, Dialect dialect)
    {
        var framer = new Framer(dialect.Framing);
        var maker = new WorkloadMaker(
            new HashTableWorkload(DialectFiles.Default), ("dialect", name), ("keys", "2000"), ("pool", "10"),
            ("data", "none"), ("prepare-batch", "3"));
        yield return new ServerTarget($"server/hashtable-{name}", sink => Service(dialect, sink))
        {
            Seeds = [.. Requests(maker, framer)],
            Words = _words,
            Mend = framer.Frame,
            Together_bytes = Together_bytes,
            Allowance_bytes = Patterns_bytes,
        };
        yield return Client("lookup", Purpose.Measure);
        yield return Client("scan", Purpose.Measure);
        yield return Client("insert", Purpose.Prepare);
        yield return Client("contended", Purpose.Measure);

        ClientTarget Client(string stage, Purpose purpose) =>
            new($"client/hashtable-{name}-{stage}", () => maker.Client(stage), purpose)
            {
                Seeds = [framer.Lines(maker.Answer(stage, purpose))],
                Words = _words,
                Mend = framer.Frame,
            };
    }

    private static HashTableService Service(Dialect dialect, IEventSink sink)
    {
        var limits = new ServingLimits
        {
            MaxLine = LongestLine,
            MaxKey = 256,
            Search = new SearchLimits(3, TimeSpan.FromSeconds(2)),
        };
        var store = TableStore.InMemory();
        store.Insert("\"a\""u8, "1"u8);
        store.Insert("\"aa\""u8, "{\"x\":\"y\",\"n\":1e2}"u8);
        store.Insert("\"\\u00e4\\ud800\""u8, "[1,{\"x\":null}]"u8);
        store.Insert("\"\""u8, "\"\""u8);
        return new HashTableService(new TableOperations(store, dialect, limits, sink, StandingTime.Instance));
    }

    /// <summary>Requests of the dialect as its clients write them, and all methods in the plain one.</summary>
    private static IEnumerable<byte[]> Requests(WorkloadMaker maker, Framer framer)
    {
        foreach (var stage in _stages)
        {
            var request = new ArrayBufferWriter<byte>();
            var purpose = stage is "lookup" or "scan" ? Purpose.Measure : Purpose.Prepare;
            maker.Client(stage).Begin(purpose, request);
            yield return framer.Lines(request.WrittenSpan);
        }

        yield return Encoding.UTF8.GetBytes("""
            {"method":"insert","key":"k","value":{"weight":1.5e3,"name":"ä\n"}}
            {"method":"lookup","key":"\u006b"}
            {"method":"scan","regex":"^a+$"}
            {"method":"query","subkey":"x","subvalue":"y"}
            {"method":"size"}
            {"method":"remove","key":"k"}
            """);
        foreach (var length in (int[])[LongestLine - 1, LongestLine, LongestLine + 1])
            yield return Encoding.UTF8.GetBytes("{\"method\":\"size\"}".PadRight(length) + "\n{\"method\":\"size\"}\n");
    }
}
