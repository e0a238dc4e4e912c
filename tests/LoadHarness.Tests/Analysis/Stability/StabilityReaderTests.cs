using LoadHarness.Analysis.Stability;
using LoadHarness.Contracts.Randomness;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Stability;

public class StabilityReaderTests
{
    private const long MiB = 1024 * 1024;

    [Fact]
    public void What_only_scatters_is_steady()
    {
        var reading = Read(300, s => (80 * MiB) + Scatter(s, MiB / 8), _ => 30, _ => 12);
        reading.Verdict.ShouldBe(GrowthVerdict.Steady);
        reading.Length_s.ShouldBe(299);
        reading.Growths.Select(growth => growth.Name).ShouldBe(["memory", "descriptors", "threads", "closed sockets"]);
        reading.Growths[1].PerHour.High.ShouldBe(0);
    }

    [Fact]
    public void A_leak_of_memory_is_found_with_its_rate()
    {
        var reading = Read(300, s => (80 * MiB) + (s * MiB / 10) + Scatter(s, MiB / 4), _ => 30, _ => 12);
        reading.Verdict.ShouldBe(GrowthVerdict.Grows);
        var memory = reading.Growths[0];
        memory.Verdict.ShouldBe(GrowthVerdict.Grows);
        memory.PerHour.Slope.ShouldBe(360 * MiB, 36 * MiB);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_leak_of_descriptors_or_threads_is_found(int place)
    {
        var reading = Read(240, _ => 80 * MiB, s => place == 1 ? 30 + (s / 5) : 30, s => place == 2 ? 9 + (s / 5) : 9);
        reading.Growths.Single(growth => growth.Verdict == GrowthVerdict.Grows).ShouldBe(reading.Growths[place]);
    }

    [Fact]
    public void A_socket_that_every_connection_leaves_in_the_kernel_is_found()
    {
        var samples = Samples(240, _ => MiB, _ => 30, _ => 12).ConvertAll(
            sample => sample with { ClosedSockets = 20 + (int)(50 * sample.Time_s) });
        var reading = StabilityReader.Of(Run(samples)).ShouldHaveSingleItem();
        var growth = reading.Growths.Single(growth => growth.Verdict == GrowthVerdict.Grows);
        growth.Name.ShouldBe("closed sockets");
        growth.PerHour.Slope.ShouldBe(50 * 3600, 3600);
    }

    [Fact]
    public void What_fills_in_the_first_quarter_does_not_count() =>
        Read(240, s => 40 * MiB + Math.Min(s, 55) * MiB, _ => 30, _ => 12).Verdict.ShouldBe(GrowthVerdict.Steady);

    [Fact]
    public void What_scatters_too_much_is_not_decided() =>
        Read(200, s => (80 * MiB) + Scatter(s, 30 * MiB), _ => 30, _ => 12).Verdict.ShouldBe(GrowthVerdict.Undecided);

    [Fact]
    public void Short_levels_and_unknown_values_say_nothing()
    {
        StabilityReader.Of(Run(Samples(150, _ => MiB, _ => 30, _ => 12))).ShouldBeEmpty();
        var reading = Read(200, _ => MiB, _ => -1, _ => 12);
        reading.Verdict.ShouldBe(GrowthVerdict.Steady);
        reading.Growths[1].Verdict.ShouldBe(GrowthVerdict.Unknown);
    }

    [Fact]
    public void The_longest_level_of_a_curve_speaks_for_it()
    {
        var two = Samples(200, _ => MiB, _ => 30, _ => 12)
            .Concat(Samples(300, _ => MiB, _ => 30, _ => 12, sequence: 8)).ToList();
        StabilityReader.Of(Run(two)).ShouldHaveSingleItem().Key.Sequence.ShouldBe(8);
    }

    private static StabilityReading Read(int seconds, Func<int, long> memory, Func<int, int> descriptors,
        Func<int, int> threads) =>
        StabilityReader.Of(Run(Samples(seconds, memory, descriptors, threads))).ShouldHaveSingleItem();

    private static List<SampleRow> Samples(int seconds, Func<int, long> memory, Func<int, int> descriptors,
        Func<int, int> threads, int sequence = 7) =>
    [
        .. Enumerable.Range(0, seconds).Select(second => new SampleRow
        {
            Key = LoadHarness.Tests.Results.Samples.Key(sequence),
            Time_s = 10 + second,
            Rss_bytes = memory(second),
            Descriptors = descriptors(second),
            Threads = threads(second),
        }),
    ];

    private static StoredRun Run(IReadOnlyList<SampleRow> samples) => new()
    {
        Folder = "",
        Manifest = LoadHarness.Tests.Results.Samples.Manifest,
        Samples = samples,
    };

    private static long Scatter(int second, long width) =>
        (long)(SplitMix64.At(1, (ulong)second) % (ulong)width) - (width / 2);
}
