using System.Net;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>Reads a server that is not one of ours from the section <c>server</c>.</summary>
internal static class ForeignServerReader
{
    private const double MostSeconds = 600;
    private const int MostConnections = 1_000_000;

    private static readonly Dictionary<string, StopSignal> _signals = new(StringComparer.Ordinal)
    {
        ["TERM"] = StopSignal.Terminate,
        ["INT"] = StopSignal.Interrupt,
        ["QUIT"] = StopSignal.Quit,
        ["HUP"] = StopSignal.HangUp,
    };

    /// <summary>True when the section speaks of such a server.</summary>
    public static bool Recognises(YamlSection section) =>
        section.Keys.Any(key => key is "command" or "address");

    /// <summary>Reads it; keys that it does not know are left to the caller.</summary>
    /// <param name="section">The section.</param>
    /// <param name="models">Names of our own models, which it must not take.</param>
    /// <returns>Null when there is a problem.</returns>
    public static ForeignServer? Read(YamlSection section, IReadOnlyList<string> models)
    {
        if (section.Keys.Contains("models", StringComparer.Ordinal))
            section.Complain("models", "is for our own servers; beside command or address give the server a name");
        var address = ReadAddress(section);
        var isStarted = section.Keys.Contains("command", StringComparer.Ordinal);
        var command = isStarted ? ReadCommand(section) : [];
        if ((isStarted && command.Count == 0) || (!isStarted && address is null)) return null;
        var most = section.Whole("max_connections", 0, 1, MostConnections);
        var server = new ForeignServer
        {
            MaxConnections = most > 0 ? most : null,
            Name = section.Text("name") ?? ForeignServerRules.UsualName(command, address),
            Command = command,
            Address = address,
        };
        if (isStarted) server = ReadStart(section, server);
        foreach (var (key, problem) in ForeignServerRules.Problems(server, models)) section.Complain(key, problem);
        return server;
    }

    private static ForeignServer ReadStart(YamlSection section, ForeignServer server) => server with
    {
        ReadyPattern = section.Text("ready"),
        ReadyWithin_s = section.Number("ready_within_s", server.ReadyWithin_s, 0.1, MostSeconds),
        Environment = ReadEnvironment(section.Section("environment")),
        WorkingFolder = section.Text("folder"),
        StopSignal = section.Word("stop_signal", [.. _signals.Keys]) is { } signal
            ? _signals[signal]
            : StopSignal.Terminate,
    };

    private static DnsEndPoint? ReadAddress(YamlSection section)
    {
        if (section.Text("address") is not { } text) return null;
        var address = TargetAddress.TryParse(text);
        if (address is null) section.Complain("address", $"'{text}': {TargetAddress.Form}");
        return address;
    }

    private static IReadOnlyList<string> ReadCommand(YamlSection section)
    {
        var words = section.HasOneText("command")
            ? CommandWords.Split(section.Text("command")!)
            : section.Texts("command");
        if (words is null) section.Complain("command", "a quote is not closed");
        else if (words.Count == 0) section.Complain("command", "a program with its arguments is wanted here");
        return words ?? [];
    }

    private static Dictionary<string, string> ReadEnvironment(YamlSection? section) =>
        (section?.Keys ?? []).ToDictionary(name => name, name => section!.Text(name) ?? "", StringComparer.Ordinal);
}
