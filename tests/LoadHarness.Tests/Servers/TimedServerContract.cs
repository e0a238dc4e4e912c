using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

/// <summary>What models whose handlers may wait for a moment have to keep in addition.</summary>
public abstract class TimedServerContract : ConcurrentServerContract
{
    protected TimedServerContract(IServerModel model)
        : base(model)
    {
    }

    [Fact]
    public void The_model_says_that_it_has_timers() => Model.HasTimers.ShouldBeTrue();

    [Fact]
    public void Answers_leave_in_the_order_of_their_moments_and_never_before()
    {
        var server = StartDelayed();
        using var slow = Connect(server);
        using var quick = Connect(server);
        // The fake service notes a moment that has not come as a violation of the contract.
        slow.Send([200]);
        quick.Send([1]);
        quick.Read(1).ShouldBe([1]);
        slow.Read(1).ShouldBe([200]);
    }

    [Fact]
    public void Requests_that_arrive_together_on_one_connection_are_answered_one_after_the_other()
    {
        using var client = Connect(StartDelayed());
        client.Send([3, 0, 2]);
        client.Read(3).ShouldBe([3, 0, 2]);
        client.Send([1]);
        client.Read(1).ShouldBe([1]);
    }

    [Fact]
    public void A_client_that_has_finished_sending_gets_the_answer_it_waits_for_and_then_the_end()
    {
        var server = StartDelayed();
        using var client = Connect(server);
        client.Send([5, 1]);
        client.FinishSending();
        client.ReadToEnd().ShouldBe([5, 1]);
        AllIsClosed(server);
    }

    [Fact]
    public void A_client_that_is_gone_before_its_moment_is_closed_and_others_take_its_place()
    {
        var server = StartDelayed();
        var gone = Connect(server);
        gone.Send([100]);
        using var other = Connect(server);
        other.Send([2]);
        gone.Reset();
        other.Read(1).ShouldBe([2]);
        // Served on the place, and perhaps with the object, of the one that is gone, beyond its moment.
        using var next = Connect(server);
        next.Send([150]);
        next.Read(1).ShouldBe([150]);
    }

    [Fact]
    public void Stopping_does_not_wait_for_a_far_moment()
    {
        var server = StartDelayed();
        using var client = Connect(server);
        client.Send([DelayedEchoHandler.AnHour]);
        Eventually.Is(() => server.OpenCount, 1, "the client is accepted");
        server.Stop();
        Eventually.Ends(server.Completion, "the server has stopped");
    }

    private IRunningServer StartDelayed() =>
        Start(new FakeService(() => new DelayedEchoHandler()) { NeedsExclusion = true });
}
