using System.Globalization;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Tests.Clients.TestPerf;

public sealed class StageTextTests
{
    private const long Slice_ns = 100_000_000;

    [Fact]
    public void A_stage_is_one_line_for_people_and_one_for_programs()
    {
        var result = Result(operations: 1000);
        StageText.ForPeople(result).ShouldBe(
            "insert: 3999.2 operations/s (1000 in 0.250 s); latency mean 250.0, p50 250.0, p99 250.0, max 250.0 µs; "
            + "errors: 1 timeouts");
        StageText.ForPrograms(result, 7, Slice_ns).ShouldBe(
            "stage=insert client=7 start_ns=1000000000 end_ns=1250050000 measured_ns=250050000 "
            + "operations=1000 throughput_per_s=3999.2 latency_mean_us=250.0 latency_p50_us=250.0 "
            + "latency_p99_us=250.0 latency_max_us=250.0 "
            + "wrong_answers=0 connect_errors=0 refused=0 resets=0 timeouts=1 "
            + "used_up=0 slice_ns=100000000 slices=10:399,11:400");
    }

    [Fact]
    public void A_percentile_without_enough_operations_is_not_shown() =>
        StageText.ForPeople(Result(operations: 599)).ShouldContain("p50 250.0, p99 -, max");

    [Fact]
    public void The_pauses_of_a_stage_are_told()
    {
        var result = Result(operations: 20);
        result.AddPart(new StagePart(2_000_000_000, 2_100_000_000, IsUsedUp: false));
        StageText.ForPeople(result).ShouldContain("(20 in 0.350 s in 2 parts)");
        StageText.ForPrograms(result, 1, Slice_ns)
            .ShouldContain("start_ns=1000000000 end_ns=2100000000 measured_ns=350050000 ");
    }

    [Fact]
    public void A_decimal_comma_of_the_system_changes_nothing()
    {
        var result = Result(operations: 1000);
        var (people, programs) = (StageText.ForPeople(result), StageText.ForPrograms(result, 1, Slice_ns));
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            1.5.ToString(CultureInfo.CurrentCulture).ShouldBe("1,5");
            StageText.ForPeople(result).ShouldBe(people);
            StageText.ForPrograms(result, 1, Slice_ns).ShouldBe(programs);
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    /// <summary>Operations of 0.25 ms one after the other, and one that was given up after 50 µs.</summary>
    private static StageResult Result(int operations)
    {
        var result = new StageResult("insert");
        var recorder = new SliceRecorder(Slice_ns, result.Add);
        var now_ns = 1_000_000_000L;
        recorder.Start(now_ns);
        for (var i = 0; i < operations; i++) recorder.Record(now_ns, now_ns += 250_000, Outcome.Correct);
        recorder.Record(now_ns, now_ns += 50_000, Outcome.Timeout);
        recorder.End(now_ns);
        result.AddPart(new StagePart(1_000_000_000, 1_250_050_000, IsUsedUp: false));
        return result;
    }
}
