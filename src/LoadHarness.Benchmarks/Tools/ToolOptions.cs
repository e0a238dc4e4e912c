using System.Globalization;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>What a comparison of load tools is told on its command line, as <c>name=value</c>.</summary>
internal sealed record ToolOptions
{
    /// <summary>How the program is started that starts servers and tools.</summary>
    public string Program { get; init; } = "bin/loadharness";

    /// <summary>Where the run folder goes.</summary>
    public string Results { get; init; } = "results";

    /// <summary>Rounds that count; one more comes first.</summary>
    public int Rounds { get; init; } = 7;

    /// <summary>Length of the span in a round, s.</summary>
    public double Seconds { get; init; } = 3;

    /// <summary>Time from a tool's start to the span, s.</summary>
    public double WarmUp { get; init; } = 1;

    /// <summary>Numbers of connections.</summary>
    public IReadOnlyList<int> Connections { get; init; } = [1, 16, 64, 256, 1024];

    /// <summary>What is compared: floor, redis, nginx, delay.</summary>
    public IReadOnlyList<string> Servers { get; init; } = ["redis", "nginx", "delay"];

    /// <summary>Where the C programs of the floor were built.</summary>
    public string Floor { get; init; } = "bin/floor";

    /// <summary>Delay of the server with a known delay, ms.</summary>
    public double Delay_ms { get; init; } = 10;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not of this form; the message says what is wrong.</exception>
    public static ToolOptions Parse(IEnumerable<string> arguments)
    {
        var options = new ToolOptions();
        foreach (var argument in arguments)
        {
            var parts = argument.Split('=', 2);
            if (parts.Length != 2) throw new FormatException($"'{argument}': name=value is needed");
            options = options.With(parts[0], parts[1]);
        }

        return options;
    }

    private ToolOptions With(string name, string value) => name switch
    {
        "program" => this with { Program = value },
        "results" => this with { Results = value },
        "rounds" => this with { Rounds = Whole(name, value) },
        "seconds" => this with { Seconds = Real(name, value) },
        "warm-up" => this with { WarmUp = Real(name, value) },
        "connections" => this with { Connections = [.. value.Split(',').Select(part => Whole(name, part))] },
        "servers" => this with { Servers = value.Split(',') },
        "floor" => this with { Floor = value },
        "delay" => this with { Delay_ms = Real(name, value) },
        _ => throw new FormatException($"'{name}' is unknown: there are program, results, rounds, seconds, warm-up, "
            + "connections, servers, floor and delay"),
    };

    private static int Whole(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name}: '{value}' is not a number above 0");

    private static double Real(string name, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number > 0 && double.IsFinite(number)
            ? number
            : throw new FormatException($"{name}: '{value}' is not a number above 0");
}
