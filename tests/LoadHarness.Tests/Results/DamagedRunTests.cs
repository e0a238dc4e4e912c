using LoadHarness.Results;

namespace LoadHarness.Tests.Results;

public sealed class DamagedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _run;

    public DamagedRunTests()
    {
        using var writer = RunWriter.Create(_folder.Path, Samples.Manifest);
        writer.Append(Samples.Measured(Samples.Key(0)));
        writer.Append(Samples.Measured(Samples.Key(1)));
        _run = writer.Folder;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cut_anywhere_the_level_file_keeps_its_whole_lines_and_says_what_it_lost()
    {
        var path = Path.Combine(_run, "levels.csv");
        var whole = File.ReadAllText(path);
        var header = whole.IndexOf('\n') + 1;
        var second = whole.IndexOf('\n', header) + 1;
        for (var cut = header; cut < whole.Length; cut += 17)
        {
            File.WriteAllText(path, whole[..cut]);
            var run = RunReader.Read(_run);
            run.Levels.Count.ShouldBe(cut < second ? 0 : 1);
            if (cut != header && cut != second)
                run.Problems.ShouldContain(p => p.Contains("levels.csv") && p.Contains("half written"));
            run.Windows.Count.ShouldBe(run.Levels.Count);
            run.Histograms.Count.ShouldBe(run.Levels.Count);
        }
    }

    [Fact]
    public void Rows_of_a_level_that_was_not_finished_are_left_out_and_told()
    {
        var path = Path.Combine(_run, "levels.csv");
        File.WriteAllLines(path, File.ReadAllLines(path)[..2]);
        var run = RunReader.Read(_run);
        run.Windows.ShouldAllBe(w => w.Key.Sequence == 0);
        run.Problems.ShouldContain(p => p.Contains("windows.csv") && p.Contains("1 rows"));
    }

    /// <summary>
    /// Cut between two bytes anywhere, a file either gives the rows before the cut and a line that names it, or is
    /// refused by name; nobody takes what is left of it for the whole.
    /// </summary>
    [Theory]
    [InlineData("manifest.json")]
    [InlineData("windows.csv")]
    [InlineData("clients.csv")]
    [InlineData("resources.csv")]
    [InlineData("histograms/000000.csv")]
    [InlineData("histograms/000001.csv")]
    public void Cut_anywhere_a_file_is_named_and_no_finished_level_is_lost(string name)
    {
        var path = Path.Combine(_run, name);
        var whole = File.ReadAllText(path).TrimEnd('\n');
        for (var cut = 0; cut < whole.Length; cut += whole.Length > 4000 ? 7 : 1)
        {
            File.WriteAllText(path, whole[..cut]);
            try
            {
                var run = RunReader.Read(_run);
                run.Levels.Count.ShouldBe(2);
                run.Problems.ShouldContain(problem => problem.Contains(name.Split('/')[0]), $"cut at {cut}");
            }
            catch (ResultsException refused)
            {
                refused.Message.ShouldContain(name);
            }
        }
    }

    [Fact]
    public void Events_cut_anywhere_cost_no_level()
    {
        var path = Path.Combine(_run, "events.csv");
        File.AppendAllText(path, "2,1.5,select,0,stop,0,0,\"said, \"\"stop\"\"\"\n");
        var whole = File.ReadAllText(path);
        for (var cut = 0; cut < whole.Length; cut++)
        {
            File.WriteAllText(path, whole[..cut]);
            RunReader.Read(_run).Levels.Count.ShouldBe(2);
        }
    }

    [Fact]
    public void An_empty_file_is_told()
    {
        File.WriteAllText(Path.Combine(_run, "events.csv"), "");
        RunReader.Read(_run).Problems.ShouldHaveSingleItem().ShouldContain("events.csv");
    }

    [Fact]
    public void Unknown_columns_are_ignored_wherever_they_stand()
    {
        var path = Path.Combine(_run, "events.csv");
        File.WriteAllText(
            path,
            "colour,format,kind,time_s,model,repetition,length_ms,count,detail,taste\n"
            + "red,1,stop,1.5,select,0,0,0,,sour\n");
        RunReader.Read(_run).Events.ShouldHaveSingleItem().Kind.ShouldBe("stop");
    }

    [Fact]
    public void A_missing_column_is_named_with_its_file()
    {
        var path = Path.Combine(_run, "levels.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("jain_index", "jane", StringComparison.Ordinal));
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain("levels.csv"), m => m.ShouldContain("jain_index"));
    }

    [Theory]
    [InlineData("throughput_per_s", "49382.4", "fast")]
    [InlineData("repetition", ",2,confirm", ",two,confirm")]
    [InlineData("phase", "confirm", "1")]
    public void A_value_that_cannot_be_read_is_named_with_file_line_and_column(string column, string good, string bad)
    {
        var path = Path.Combine(_run, "levels.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(good, bad, StringComparison.Ordinal));
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain("levels.csv, line 2"), m => m.ShouldContain(column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1x")]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    public void A_count_that_cannot_be_read_is_named_with_file_line_and_column(string bad)
    {
        WriteHistogram(1, "2,insert,1,1,5,send", $"2,insert,2,2,{bad},send");
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain("000001.csv, line 3, column count: "), m => m.ShouldContain($"'{bad}'"));
    }

    [Fact]
    public void Of_several_damaged_histograms_that_of_the_first_level_is_named()
    {
        foreach (var sequence in (int[])[0, 1]) WriteHistogram(sequence, "2,insert,3,2,5,send");
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldContain("000000.csv");
    }

    [Fact]
    public void What_was_left_out_of_histograms_is_told_in_the_order_of_levels()
    {
        foreach (var name in (string[])["000000.csv", "000001.csv"])
            File.AppendAllText(Path.Combine(_run, "histograms", name), "2,ins");
        RunReader.Read(_run).Problems.Where(problem => problem.Contains("half written", StringComparison.Ordinal))
            .Select(problem => problem.Split(':')[0]).Select(Path.GetFileName)
            .ShouldBe(["000000.csv", "000001.csv"]);
    }

    [Fact]
    public void Steps_are_gathered_by_operation_and_basis_in_any_order()
    {
        WriteHistogram(
            1, "2,insert,1,1,5,send", "2,,1,1,3,send", "2,insert,1,1,7,due", "2,insert,2,2,+6,send",
            "2,,2,2,4,send");
        var run = RunReader.Read(_run);
        run.Histograms[1]["insert"].Count.ShouldBe(11);
        run.Histograms[1][""].Count.ShouldBe(7);
        run.DueHistograms[1].ShouldHaveSingleItem().Value.Count.ShouldBe(7);
    }

    [Fact]
    public void A_newer_format_is_refused_with_a_clear_line()
    {
        var path = Path.Combine(_run, "manifest.json");
        File.WriteAllText(
            path, File.ReadAllText(path).Replace("\"format\": 2", "\"format\": 3", StringComparison.Ordinal));
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldContain(
            "format 3 is newer than this program reads (2)");
    }

    [Fact]
    public void Rows_of_a_newer_format_are_refused()
    {
        var path = Path.Combine(_run, "clients.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n2,hash", "\n9,hash", StringComparison.Ordinal));
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldContain(
            "clients.csv, line 2: format 9 is newer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\": 1}")]
    [InlineData("{\"format\": \"one\"}")]
    public void A_manifest_that_is_none_is_named(string text)
    {
        File.WriteAllText(Path.Combine(_run, "manifest.json"), text);
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldContain("manifest.json");
    }

    [Fact]
    public void A_missing_file_or_folder_is_named()
    {
        File.Delete(Path.Combine(_run, "resources.csv"));
        Should.Throw<ResultsException>(() => RunReader.Read(_run)).Message.ShouldContain("resources.csv");
        Should.Throw<ResultsException>(() => RunReader.Read("nowhere")).Message.ShouldContain("nowhere");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        var file = _folder.Combine("a-file");
        File.WriteAllText(file, "");
        Should.Throw<ResultsException>(() => RunWriter.Create(file, Samples.Manifest)).Message.ShouldContain("a-file");
    }

    private void WriteHistogram(int sequence, params IEnumerable<string> rows) => File.WriteAllLines(
        Path.Combine(_run, RunFolder.HistogramFile(sequence)),
        rows.Prepend("format,operation,low_ns,high_ns,count,basis"));
}
