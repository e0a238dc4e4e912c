using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class ControlSampleTests
{
    [Fact]
    public void Counts_of_two_processes_add_up_and_what_neither_knows_stays_unknown()
    {
        var one = new ControlSample
        {
            Time_ns = 9,
            Operations = 5,
            GcCount = 1,
            CompiledMethods = 3,
            Accepted = 2,
            PoolQueue = 4,
        };
        var other = new ControlSample { Time_ns = 8, Operations = 7, GcCount = 2, CompiledMethods = 4, Open = 1 };

        var sum = one.Plus(other);

        sum.ShouldBe(new ControlSample
        {
            Time_ns = 9,
            Operations = 12,
            GcCount = 3,
            CompiledMethods = 7,
            Accepted = 2,
            Open = 1,
            PoolQueue = 4,
        });
    }
}
