namespace LoadHarness.Torture;

/// <summary>Runs the chosen parts, each within its share of the time, and prints the table.</summary>
internal static class TortureRun
{
    private const int BrokenCode = 1;
    private const int UsageCode = 2;

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
            return Run(options, Chosen(options, all), output, errors) == 0 ? 0 : BrokenCode;
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
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            errors.WriteLine($"{part.Name}: {part.Promise}");
            var folder = Directory.CreateTempSubdirectory("loadharness-torture-").FullName;
            try
            {
                var budget = new TortureBudget(whole.Left / (parts.Count - i), options.Seed, folder);
                foreach (var figure in part.Run(budget)) table.Add(part.Name, figure);
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
        }

        table.Write(output);
        return table.Broken;
    }

    private static List<ITorture> Chosen(TortureOptions options, IReadOnlyList<ITorture> all)
    {
        var names = all.Select(part => part.Name).ToList();
        if (options.Parts.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new FormatException($"no such part: {unknown}. There are {string.Join(", ", names)}");
        return all.Where(part => options.Parts.Count == 0 || options.Parts.Contains(part.Name, StringComparer.Ordinal))
            .ToList();
    }
}
