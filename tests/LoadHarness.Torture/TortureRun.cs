using System.Globalization;

namespace LoadHarness.Torture;

/// <summary>Runs the chosen parts, each within its share of the time, and prints the table.</summary>
internal static class TortureRun
{
    private const int BrokenCode = 1;
    private const int UsageCode = 2;

    private static readonly TimeSpan _progressInterval = TimeSpan.FromSeconds(30);

    /// <summary>Runs it.</summary>
    /// <param name="words">See <see cref="TortureOptions"/>.</param>
    /// <param name="all">The parts there are.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="errors">Where progress and complaints go.</param>
    /// <returns>0 if every promise held, 1 if one was broken, 2 for words that are not understood.</returns>
    public static int Run(
        IEnumerable<string> words, IReadOnlyList<ITorture> all, TextWriter output, TextWriter errors)
    {
        try
        {
            var options = TortureOptions.Parse(words);
            return Run(options, Chosen(options, all), output, TextWriter.Synchronized(errors)) == 0 ? 0 : BrokenCode;
        }
        catch (FormatException e)
        {
            errors.WriteLine(e.Message);
            return UsageCode;
        }
    }

    private static int Run(
        TortureOptions options, List<ITorture> parts, TextWriter output, TextWriter errors)
    {
        var table = new TortureTable();
        var whole = new TortureBudget(TimeSpan.FromMinutes(options.Minutes), options.Seed, "");
        var fitting = Fitting(parts, whole.Span);
        for (var i = 0; i < fitting.Count; i++)
        {
            var least = TimeSpan.FromTicks(fitting[i..].Sum(part => part.Least.Ticks));
            var spare = whole.Left > least ? whole.Left - least : TimeSpan.Zero;
            var span = fitting[i].Least + (spare / (fitting.Count - i));
            errors.WriteLine(
                $"{fitting[i].Name}: {fitting[i].Promise}; {Minutes(span)} of {Minutes(whole.Span)} minutes");
            RunPart(fitting[i], span, options, table, errors);
        }

        foreach (var part in parts.Except(fitting))
            table.Add(part.Name, new TortureFigure($"left out, it takes {Minutes(part.Least)} minutes at least", ""));
        table.Write(output);
        output.WriteLine($"{Minutes(whole.Span)} minutes given, {Minutes(whole.Taken)} taken");
        return table.Broken;
    }

    /// <summary>As many parts, in their order, as have the time in which they say something.</summary>
    private static List<ITorture> Fitting(List<ITorture> parts, TimeSpan time)
    {
        var fitting = new List<ITorture>();
        foreach (var part in parts)
        {
            if (part.Least > time) continue;
            fitting.Add(part);
            time -= part.Least;
        }

        return fitting;
    }

    private static void RunPart(
        ITorture part, TimeSpan span, TortureOptions options, TortureTable table, TextWriter errors)
    {
        var folder = Directory.CreateTempSubdirectory("loadharness-torture-").FullName;
        var budget = new TortureBudget(span, options.Seed, folder) { Only = options.Only };
        using var progress = new Timer(
            _ => errors.WriteLine($"{part.Name}: {Minutes(budget.Taken)} of {Minutes(span)} minutes"),
            null, _progressInterval, _progressInterval);
        try
        {
            foreach (var figure in part.Run(budget))
            {
                errors.WriteLine($"{part.Name}: {figure.What}: {figure.Value}{(figure.Held ? "" : ", BROKEN")}");
                table.Add(part.Name, figure);
            }
        }
        catch (Exception e)
        {
            // The other parts still have something to say.
            errors.WriteLine(e);
            table.Add(part.Name, new TortureFigure("the part itself", e.GetType().Name, "ends", Held: false));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        table.Add(
            part.Name, new TortureFigure("minutes taken, and given", $"{Minutes(budget.Taken)}, {Minutes(span)}"));
    }

    private static string Minutes(TimeSpan span) => span.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture);

    private static List<ITorture> Chosen(TortureOptions options, IReadOnlyList<ITorture> all)
    {
        var names = all.Select(part => part.Name).ToList();
        if (options.Parts.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new FormatException($"no such part: {unknown}. There are {string.Join(", ", names)}");
        return all.Where(part => options.Parts.Count == 0 || options.Parts.Contains(part.Name, StringComparer.Ordinal))
            .ToList();
    }
}
