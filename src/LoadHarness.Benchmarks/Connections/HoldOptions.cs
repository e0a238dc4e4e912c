using System.Globalization;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>What is to be held, as <c>name=value</c> on the command line.</summary>
internal sealed record HoldOptions
{
    /// <summary>How the program is started that starts servers and generators.</summary>
    public string Program { get; init; } = "bin/loadharness";

    /// <summary>Folder in which every run gets a folder of its own.</summary>
    public string Results { get; init; } = "results";

    /// <summary>Server model.</summary>
    public string Model { get; init; } = "epoll";

    /// <summary>Processes of the server, for the model that has several.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Network loop of the generators.</summary>
    public string Loop { get; init; } = "epoll";

    /// <summary>Connections over all generators.</summary>
    public int Connections { get; init; } = 19_000;

    /// <summary>Generator processes, each with a source address of its own: 127.0.0.1, 127.0.0.2…</summary>
    public int Generators { get; init; } = 1;

    /// <summary>How long all of them are held, s.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not of this form; the message says what is wrong.</exception>
    public static HoldOptions Parse(IEnumerable<string> arguments)
    {
        var options = new HoldOptions();
        foreach (var argument in arguments)
        {
            var parts = argument.Split('=', 2);
            if (parts.Length != 2) throw new FormatException($"'{argument}': name=value is needed");
            options = options.With(parts[0], parts[1]);
        }

        return options;
    }

    private HoldOptions With(string name, string value) => name switch
    {
        "program" => this with { Program = value },
        "results" => this with { Results = value },
        "model" => this with { Model = value },
        "workers" => this with { Workers = Number(name, value) },
        "loop" => this with { Loop = value },
        "connections" => this with { Connections = Number(name, value) },
        "generators" => this with { Generators = Number(name, value) },
        "seconds" => this with { Seconds = Number(name, value) },
        _ => throw new FormatException($"'{name}' is unknown: there are program, results, model, workers, loop, "
            + "connections, generators and seconds"),
    };

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name}: '{value}' is not a number above 0");
}
