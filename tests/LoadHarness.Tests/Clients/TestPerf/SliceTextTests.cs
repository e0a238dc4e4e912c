using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Tests.Clients.TestPerf;

public sealed class SliceTextTests
{
    [Fact]
    public void A_slice_comes_back_as_it_was_written()
    {
        var slice = new Slice
        {
            Index = 241_795,
            IsWhole = true,
            Outstanding_ns = 1,
            Cpu_ns = 2,
            Sent_bytes = 3,
            Received_bytes = 4,
        };
        slice.Ended[(int)Outcome.Correct] = 2;
        slice.Ended[(int)Outcome.Timeout] = 5;
        slice.Latency.Record(17);
        slice.Latency.Record(123_456_789);
        var back = SliceText.Read(SliceText.Write(slice)).ShouldNotBeNull();
        (back.Index, back.IsWhole, back.Outstanding_ns, back.Cpu_ns, back.Sent_bytes, back.Received_bytes)
            .ShouldBe((241_795, true, 1, 2, 3, 4));
        back.Ended.ShouldBe(slice.Ended);
        back.Latency.Steps().ShouldBe(slice.Latency.Steps());
    }

    [Fact]
    public void A_slice_in_which_nothing_ended_comes_back()
    {
        var back = SliceText.Read(SliceText.Write(new Slice { Index = 7 })).ShouldNotBeNull();
        (back.Index, back.IsWhole, back.Latency.Count).ShouldBe((7, false, 0));
    }

    [Fact]
    public void Another_line_is_no_slice_and_a_damaged_one_is_told()
    {
        SliceText.Read("ready insert").ShouldBeNull();
        Should.Throw<FormatException>(() => SliceText.Read("slice=1 whole=1"));
    }
}
