using LoadHarness.Cli.Experiments;
using LoadHarness.Cli.Registry;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>
/// The files that people write. Promise: read, or every problem in one line that names file and line.
/// </summary>
internal static class YamlTargets
{
    private const string File = "x.yaml";

    private static readonly byte[][] _words = Promise.Bytes(
        "name: ", "workload:\n  name: ", "server:\n  models: ", "load:\n  ", "profiles:\n  smoke: ", "{ budget_s: 5 }",
        "hashtable", "resp", "raw", "threaded", "epoll", "[lookup]", "model: rate\n  rate_per_s: [1]", "holds: [1, 8]",
        "thresholds:\n  - ", "address: 127.0.0.1:80", "command: ./x {port}", "options:\n    ", "cpus: 0-1", "~", "&a ",
        "*a", "|\n  ", ">-\n  ", "- ", "  ", "\n", ": ", "#", "---\n", "...\n", "%YAML 1.2\n", "!!str ", "!<x> ", "? ",
        "'", "\"", "framing: be64", "match: whole", "'{\"status\":\"OK\",\"result\":$value}'", "$key", "$pairs",
        "$regex", "close_after: [json]", "requests:\n", "replies:\n", "failures:\n", "expect: until \\n", "send: \\xff",
        "expect: bytes 5", "\\u0041");

    /// <summary>Scenarios and dialects.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        var scenarios = new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All);
        yield return new ReadTarget("file/scenario", input => Read(input, scenarios.Parse))
        {
            Seeds = Promise.Bytes(Template("hashtable"), Template("raw")),
            Words = _words,
            Allowance_bytes = 32 * 1024 * 1024,
            AllowancePerByte = 16 * 1024,
        };
        yield return new ReadTarget("file/dialect", input => Read(input, DialectFile.Parse))
        {
            Seeds = [.. DialectFiles.Default.Names.Select(Dialect)],
            Words = _words,
            Allowance_bytes = 32 * 1024 * 1024,
            AllowancePerByte = 16 * 1024,
        };
    }

    private static string Template(string workload) => ScenarioTemplate.Of(
        "scenario.yaml", WorkloadRegistry.Default.Find(workload)!, ModelRegistry.Default.All, null);

    private static string Read<T>(byte[] input, Func<string, string, ICollection<string>, T?> parse)
        where T : class
    {
        var problems = new List<string>();
        var parsed = parse(File, Promise.Text(input), problems);
        Promise.Holds((parsed is null) == (problems.Count > 0), "nothing is read if and only if there is a problem");
        Promise.Holds(
            problems.TrueForAll(problem => problem.StartsWith(File + ":", StringComparison.Ordinal)),
            "a problem names file and line");
        return parsed is null ? problems[0] : "read";
    }

    private static byte[] Dialect(string name)
    {
        using var resource = typeof(DialectFiles).Assembly.GetManifestResourceStream($"dialects/{name}.yaml")!;
        var text = new byte[resource.Length];
        resource.ReadExactly(text);
        return text;
    }
}
