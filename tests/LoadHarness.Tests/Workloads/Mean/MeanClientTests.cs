using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Mean;
using static LoadHarness.Tests.Workloads.Mean.MeanTalk;

namespace LoadHarness.Tests.Workloads.Mean;

public sealed class MeanClientTests
{
    private readonly ArrayBufferWriter<byte> _request = new();

    [Fact]
    public void It_sends_a_number_waits_and_says_ready()
    {
        var client = Population().CreateClient(3);
        var first = client.Begin(Purpose.Measure, _request);
        first.Next.ShouldBe(ClientNext.Wait);
        first.Delay_us.ShouldBeInRange(50_000, 5_000_000, "first answers are spread over the pause");
        long.Parse(Sent(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(-(long)1e12, (long)1e12);
        client.Elapsed(_request).Next.ShouldBe(ClientNext.Receive);
        Sent().ShouldBe("ready");
        client.Receive("1.5"u8, end: false, _request).Next.ShouldBe(ClientNext.Receive);
        client.Receive("1.5"u8, end: true, _request).ShouldBe(ClientStep.Complete(3, Outcome.Correct));
        client.Begin(Purpose.Measure, _request).Delay_us.ShouldBe(5_000_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("1.5x")]
    [InlineData("nan")]
    [InlineData("1000.5")]
    [InlineData("-1e+16")]
    public void What_cannot_be_the_mean_is_a_wrong_answer(string answer)
    {
        var client = Population(("largest", "1000")).CreateClient(0);
        client.Begin(Purpose.Measure, _request);
        client.Elapsed(_request);
        client.Receive(Encoding.ASCII.GetBytes(answer), end: true, _request).Outcome.ShouldBe(Outcome.WrongAnswer);
    }

    [Fact]
    public void An_answer_that_never_ends_is_a_wrong_one()
    {
        var client = Population().CreateClient(0);
        client.Begin(Purpose.Measure, _request);
        client.Elapsed(_request);
        client.Receive(new byte[33], end: false, _request).Outcome.ShouldBe(Outcome.WrongAnswer);
    }

    [Fact]
    public void Verification_agrees_with_a_server_that_got_every_number()
    {
        var settings = Settings();
        using var service = Service();
        IClientPopulation[] populations =
            [Population(settings, new PopulationShare(0, 2)), Population(settings, new PopulationShare(1, 2))];
        for (var i = 0; i < 20; i++)
        {
            populations[i % 2].CreateClient(i).Begin(Purpose.Measure, _request);
            new MeanTalk(service).Send(Sent()).Leave();
        }

        var client = populations[0].CreateClient(0);
        Verify(client, service).ShouldBe(Outcome.Correct);
        client.Begin(Purpose.Verify, _request).Next.ShouldBe(ClientNext.Idle);
        populations[0].Contradiction.ShouldBeNull();
    }

    [Fact]
    public void Verification_asks_again_and_then_names_a_server_that_lost_a_number()
    {
        using var service = Service();
        var population = Population();
        population.CreateClient(0).Begin(Purpose.Measure, _request);
        Sent();
        var client = population.CreateClient(0);
        var outcomes = new List<Outcome>();
        while (Verify(client, service) is { } outcome) outcomes.Add(outcome);
        outcomes.Count.ShouldBe(100);
        outcomes.SkipLast(1).ShouldAllBe(outcome => outcome == Outcome.Correct);
        outcomes[^1].ShouldBe(Outcome.WrongAnswer);
        population.Contradiction.ShouldNotBeNull().ShouldContain("the 101 numbers sent have");
    }

    [Fact]
    public void A_server_that_was_replaced_has_no_numbers()
    {
        using var service = Service();
        var population = Population();
        population.CreateClient(0).Begin(Purpose.Measure, _request);
        Sent();
        population.ServerReplaced();
        var client = population.CreateClient(0);
        Verify(client, service).ShouldBe(Outcome.Correct);
        population.Contradiction.ShouldBeNull();
    }

    private static IClientPopulation Population(params (string, string)[] given) =>
        Population(Settings(given), PopulationShare.Whole);

    private static IClientPopulation Population(WorkloadSettings settings, PopulationShare share) =>
        new MeanWorkload().CreatePopulation(settings, "mean", share, 1);

    private Outcome? Verify(IVirtualClient client, IService service)
    {
        var talk = new MeanTalk(service);
        if (client.Begin(Purpose.Verify, _request).Next == ClientNext.Idle) return null;
        talk.Send(Sent());
        client.Elapsed(_request);
        talk.Send(Sent());
        return client.Receive(Encoding.ASCII.GetBytes(talk.Answer), end: true, _request).Outcome;
    }

    private string Sent()
    {
        var text = Encoding.ASCII.GetString(_request.WrittenSpan);
        _request.ResetWrittenCount();
        return text;
    }
}
