using System.CommandLine;
using System.Globalization;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;

namespace LoadHarness.Cli.Experiments;

/// <summary>The open loop of a run without a file.</summary>
internal sealed class RateFlags
{
    private readonly Option<string?> _rate = new("--rate")
    {
        Description = "operations due per second in place of a ladder of clients, with commas between several",
        HelpName = "number,…",
    };

    private readonly Option<string> _arrivals = new("--arrivals")
    {
        Description = "with --rate: poisson or constant",
        DefaultValueFactory = _ => "poisson",
        HelpName = "name",
    };

    private readonly Option<int?> _connections = new("--connections")
    {
        Description = "with --rate: connections that the operations share [default: 128]",
        HelpName = "number",
    };

    private readonly Option<string> _whenBusy = new("--when-busy")
    {
        Description = "with --rate: queue or drop, for an operation that finds all connections busy",
        DefaultValueFactory = _ => "queue",
        HelpName = "name",
    };

    /// <summary>The flags.</summary>
    public IReadOnlyList<Option> Options => [_rate, _arrivals, _connections, _whenBusy];

    /// <summary>The open loop.</summary>
    /// <returns>Null when no rate was given, or there is a problem.</returns>
    public OpenSetup? Read(ParseResult parsed, ICollection<string> problems)
    {
        if (parsed.GetValue(_rate) is not { } list)
        {
            foreach (var option in new Option[] { _arrivals, _connections, _whenBusy }.Where(o => IsSaid(parsed, o)))
                problems.Add($"{option.Name} goes with --rate; give a rate, too");
            return null;
        }

        var rates = new List<double>();
        foreach (var text in list.Split(',', StringSplitOptions.TrimEntries))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                && rate is > 0 and <= OpenLoad.HighestRate_per_s)
                rates.Add(rate);
            else
                problems.Add($"--rate '{text}': give operations per second above 0, like 5000 or 1000,5000");
        }

        var connections = parsed.GetValue(_connections) ?? 0;
        if (parsed.GetValue(_connections) is < 1) problems.Add("--connections: give a number of at least 1");
        return new OpenSetup
        {
            Rates_per_s = [.. rates.Distinct().Order()],
            Arrivals = Word<Arrivals>(parsed, _arrivals, problems),
            Connections = connections,
            WhenBusy = Word<BusyPolicy>(parsed, _whenBusy, problems),
        };
    }

    private static bool IsSaid(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    private static TEnum Word<TEnum>(ParseResult parsed, Option<string> option, ICollection<string> problems)
        where TEnum : struct, Enum
    {
        var text = parsed.GetRequiredValue(option);
        if (!text.Any(char.IsAsciiDigit) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value)) return value;
        problems.Add($"{option.Name} {text} is unknown; there are "
            + string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant());
        return default;
    }
}
