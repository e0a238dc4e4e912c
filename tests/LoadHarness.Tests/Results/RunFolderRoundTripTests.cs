using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Results;
using LoadHarness.Results.Columns;

namespace LoadHarness.Tests.Results;

public sealed class RunFolderRoundTripTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        using var folder = new TemporaryFolder();
        var run = WriteAndRead(folder);
        AssertEqualsSample(run);
    }

    [Fact]
    public void It_is_read_back_in_a_culture_with_decimal_commas()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            1.5.ToString(CultureInfo.CurrentCulture).ShouldBe("1,5");
            using var folder = new TemporaryFolder();
            var run = WriteAndRead(folder);
            AssertEqualsSample(run);
            File.ReadAllText(Path.Combine(run.Folder, "levels.csv")).ShouldContain(",49382.4,321.0625,0.031,-0.125,");
            File.ReadAllText(Path.Combine(run.Folder, "manifest.json")).ShouldContain("\"planned_budget_s\": 90.5");
            File.ReadAllText(Path.Combine(run.Folder, "histories.csv")).ShouldContain(",106.5,c3-1,replaced");
            File.ReadAllText(Path.Combine(run.Folder, "violations.csv")).ShouldContain(",1234567890,12.5,");
            Tables.Levels["throughput_per_s"].ToReport(run.Levels[0]).ShouldBe("49,382.4");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Unknown_values_are_empty_fields()
    {
        using var folder = new TemporaryFolder();
        var run = WriteAndRead(folder);
        File.ReadAllText(Path.Combine(run.Folder, "levels.csv")).ShouldContain(",450.75,,40001.5,");
        File.ReadAllText(Path.Combine(run.Folder, "resources.csv")).ShouldContain(",55,56,,58,");
    }

    [Fact]
    public void Every_number_survives_every_column() => Prop.ForAll<double, long, int>((real, whole, small) =>
    {
        foreach (var column in Tables.Levels.Columns.Where(c => !double.IsNaN(c.Value(Samples.Level(Samples.Key())))))
        {
            var text = column.Unit == "" && column.Name.EndsWith("clients", StringComparison.Ordinal)
                ? small.ToString(CultureInfo.InvariantCulture)
                : column.Name.EndsWith("_s", StringComparison.Ordinal)
                || column.Name.EndsWith("_us", StringComparison.Ordinal)
                    ? double.IsNaN(real) ? "" : real.ToString("R", CultureInfo.InvariantCulture)
                    : null;
            if (text is null) continue;
            column.ToCsv(column.FromCsv(Samples.Level(Samples.Key()), Encoding.UTF8.GetBytes(text))).ShouldBe(text);
        }

        var bytes = Tables.Levels["received_bytes"];
        var count = whole.ToString(CultureInfo.InvariantCulture);
        bytes.ToCsv(bytes.FromCsv(Samples.Level(Samples.Key()), Encoding.UTF8.GetBytes(count))).ShouldBe(count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_survives_an_event() => Prop.ForAll<NonNull<string>>(text =>
    {
        using var folder = new TemporaryFolder();
        using (var writer = RunWriter.Create(folder.Path, Samples.Manifest))
            writer.Append(Samples.Event with { Detail = text.Get });
        var read = RunReader.Read(folder.Combine("hashtable", "20261121T084400Z")).Events.ShouldHaveSingleItem();
        read.Detail.ShouldBe(Storable(text.Get));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_second_run_in_the_same_second_gets_a_folder_of_its_own()
    {
        using var folder = new TemporaryFolder();
        using var first = RunWriter.Create(folder.Path, Samples.Manifest);
        using var second = RunWriter.Create(folder.Path, Samples.Manifest);
        second.Manifest.RunId.ShouldBe("20261121T084400Z-02");
        RunFolder.Newest(folder.Path, "hashtable").ShouldBe(second.Folder);
    }

    [Fact]
    public void Runs_that_begin_at_the_same_moment_have_a_folder_each()
    {
        const int Runs = 16;
        using var folder = new TemporaryFolder();
        using var ready = new Barrier(Runs);
        var folders = new string[Runs];
        var threads = Enumerable.Range(0, Runs).Select(run => new Thread(() =>
        {
            ready.SignalAndWait();
            using var writer = RunWriter.Create(folder.Path, Samples.Manifest);
            writer.Append(Samples.Measured(Samples.Key()));
            folders[run] = writer.Folder;
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        folders.Distinct(StringComparer.Ordinal).Count().ShouldBe(Runs);
        folders.ShouldAllBe(run => RunReader.Read(run).Levels.Count == 1);
    }

    [Fact]
    public void The_newest_run_is_the_last_by_name()
    {
        using var folder = new TemporaryFolder();
        var start = new DateTimeOffset(2026, 11, 21, 10, 44, 0, TimeSpan.FromHours(2));
        RunId.At(start).ShouldBe("20261121T084400Z");
        foreach (var day in new[] { 3, 11, 2 })
            RunWriter.Create(folder.Path, Samples.Manifest with { RunId = RunId.At(start.AddDays(day)) }).Dispose();
        Directory.CreateDirectory(folder.Combine("hashtable", "20991231T000000Z"));
        Path.GetFileName(RunFolder.Newest(folder.Path, "hashtable")).ShouldBe("20261202T084400Z");
        RunFolder.Newest(folder.Path, "number-list").ShouldBeNull();
    }

    [Fact]
    public void A_level_can_be_read_while_the_run_goes_on()
    {
        using var folder = new TemporaryFolder();
        using var writer = RunWriter.Create(folder.Path, Samples.Manifest);
        writer.Append(Samples.Measured(Samples.Key()));
        writer.Append(Samples.Event);
        var run = RunReader.Read(writer.Folder);
        run.Manifest.State.ShouldBe(RunState.Running);
        AssertEqualsSample(run);
    }

    [Fact]
    public void A_comparison_of_load_tools_is_read_back()
    {
        using var folder = new TemporaryFolder();
        WriteAndRead(folder).Peers.ShouldBe([Samples.Peer, Samples.Peer with { Round = 4 }]);
    }

    [Fact]
    public void Connections_held_are_read_back()
    {
        using var folder = new TemporaryFolder();
        WriteAndRead(folder).Connections.ShouldBe([Samples.Connections]);
    }

    private static StoredRun WriteAndRead(TemporaryFolder folder)
    {
        using (var writer = RunWriter.Create(folder.Path, Samples.Manifest))
        {
            writer.Append(Samples.Measured(Samples.Key()));
            writer.Append(Samples.Event);
            writer.Append(Samples.Peer);
            writer.Append(Samples.Peer with { Round = 4 });
            writer.Append(Samples.Connections);
            writer.Save(writer.Manifest with { State = RunState.Complete, Spent_s = 88.25 });
        }

        return RunReader.Read(folder.Combine("hashtable", "20261121T084400Z"));
    }

    private static void AssertEqualsSample(StoredRun run)
    {
        run.Problems.ShouldBeEmpty();
        var written = Samples.Measured(Samples.Key());
        run.Levels.ShouldBe(written.Levels);
        run.Clients.ShouldBe(written.Clients);
        run.Windows.ShouldBe(written.Windows);
        run.Resources.ShouldBe(written.Resources);
        run.Samples.ShouldBe(written.Samples);
        run.Events.ShouldBe([Samples.Event]);
        run.Histories.ShouldBe([Samples.History(Samples.Key())]);
        run.Violations.ShouldBe([Samples.Violation(Samples.Key())]);
        var histogram = run.Histograms[7]["insert"];
        histogram.Count.ShouldBe(3);
        histogram.Steps().ShouldBe(Samples.Histogram(1_000, 5_000, 2_000_000).Steps());
        run.DueHistograms[7]["insert"].Steps().ShouldBe(Samples.Histogram(2_000, 9_000, 9_001).Steps());
        var open = run.Manifest.Rules.Open.ShouldNotBeNull();
        (open.Arrivals, open.WhenBusy).ShouldBe((Arrivals.Constant, BusyPolicy.Drop));
        open.Ladder.ShouldBe([0.5, 0.95]);
        run.Manifest.Commands.ShouldBe(Samples.Manifest.Commands);
        run.Manifest.Notes.ShouldBe(Samples.Manifest.Notes);
        run.Manifest.Rules.Levels.ShouldBe([1, 5]);
        run.Manifest.Rules.HalfWidthGoal.ShouldBe(0.035);
        run.Manifest.KeptAwake.ShouldBeTrue();
        run.Manifest.LoopTrial.ShouldBe(Samples.Manifest.LoopTrial);
        run.Manifest.ScenarioText.ShouldBe(Samples.Manifest.ScenarioText);
        run.Manifest.Host.Knobs["DOTNET_TieredPGO"].ShouldBe("1");
        run.Manifest.Started_utc.ShouldBe(Samples.Manifest.Started_utc);
    }

    /// <summary>Line breaks become spaces, and half of a surrogate pair cannot be written in UTF-8.</summary>
    private static string Storable(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" ")));
}
