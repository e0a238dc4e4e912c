using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.NumberList;
using static LoadHarness.Tests.Workloads.NumberList.NumberLists;
using Outcome = LoadHarness.Contracts.Loading.Outcome;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed class NumberListClientTests
{
    private readonly ArrayBufferWriter<byte> _request = new();

    public static TheoryData<string> DamageKinds => ListDamage.Kinds;

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void A_list_of_the_service_is_correct(int checkEvery)
    {
        (string, object)[] given =
            [("count", "20000"), ("minimum", "-5000"), ("maximum", "123456789"), ("check-every", checkEvery)];
        using var service = new NumberListWorkload().CreateService(Settings(given), SilentEventSink.Instance);
        var client = Client(given);
        for (var i = 0; i < 3; i++) Download(client, DownloadWhole(service), [65536]).ShouldBe(Outcome.Correct);
        _request.WrittenCount.ShouldBe(0);
    }

    [Fact]
    public void Right_lists_are_correct_however_they_are_split_whether_parsed_or_not() =>
        Prop.ForAll(Any, ListDamage.Cuts, Gen.Choose(1, 3).ToArbitrary(), (numbers, cuts, checkEvery) =>
        {
            var client = Client(("count", numbers.Length), ("check-every", checkEvery));
            for (var i = 0; i < 3; i++) Download(client, BytesOf(numbers), cuts).ShouldBe(Outcome.Correct);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(DamageKinds))]
    public void A_damaged_list_is_a_wrong_answer_whether_parsed_or_not(string kind) =>
        Prop.ForAll(Any, Gen.Choose(0, 199).ToArbitrary(), ListDamage.Cuts, (numbers, place, cuts) =>
        {
            var client = Client(("count", numbers.Length), ("check-every", "2"));
            var damaged = ListDamage.Apply(kind, numbers, place);
            Download(client, damaged, cuts).ShouldBe(Outcome.WrongAnswer);
            Download(client, damaged, cuts).ShouldBe(Outcome.WrongAnswer);
            Download(client, BytesOf(numbers), cuts).ShouldBe(Outcome.Correct);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_list_of_another_length_is_a_wrong_answer(int count) =>
        Download(Client(("count", count)), "1,2,3"u8.ToArray(), [100]).ShouldBe(Outcome.WrongAnswer);

    [Fact]
    public void A_list_cut_short_is_a_wrong_answer_wherever_it_is_cut()
    {
        var list = "123,-45,6"u8.ToArray();
        for (var length = 0; length < list.Length; length++)
            Download(Client(("count", "3")), list[..length], [100]).ShouldBe(Outcome.WrongAnswer);
        Download(Client(("count", "3")), list, [100]).ShouldBe(Outcome.Correct);
    }

    [Theory]
    [InlineData("0,11", 1)]
    [InlineData("11,0", 1)]
    [InlineData("-1,5", 1)]
    [InlineData("0,10", 0)]
    public void A_parsed_list_with_a_number_out_of_range_is_a_wrong_answer(string list, int wrong) =>
        Download(Client(("count", "2"), ("minimum", "0"), ("maximum", "10"), ("check-every", "1")),
            Encoding.ASCII.GetBytes(list), [1])
            .ShouldBe((Outcome)wrong);

    [Fact]
    public void One_list_in_k_over_all_clients_is_parsed_beginning_with_the_first()
    {
        var population = Population(("count", "1"), ("maximum", "10"), ("check-every", "3"));
        IVirtualClient[] clients = [population.CreateClient(0), population.CreateClient(1)];
        var outcomes = Enumerable.Range(0, 7).Select(i => Download(clients[i % 2], "11"u8.ToArray(), [10]));
        outcomes.ShouldBe([
            Outcome.WrongAnswer, Outcome.Correct, Outcome.Correct,
            Outcome.WrongAnswer, Outcome.Correct, Outcome.Correct,
            Outcome.WrongAnswer]);
    }

    [Fact]
    public void A_list_that_goes_wrong_or_on_for_ever_is_complete_before_its_end()
    {
        foreach (var text in new[] { "1,,", "1,2,", "a" })
        {
            var client = Client(("count", "2"));
            client.Begin(Purpose.Measure, _request).Next.ShouldBe(ClientNext.Receive);
            client.Receive(Encoding.ASCII.GetBytes(text), end: false, _request)
                .ShouldBe(ClientStep.Complete(text.Length, Outcome.WrongAnswer));
        }
    }

    [Fact]
    public void There_is_nothing_to_prepare() =>
        Client().Begin(Purpose.Prepare, _request).Next.ShouldBe(ClientNext.Idle);

    [Fact]
    public void Clients_allocate_nothing_for_a_list()
    {
        var client = Client(("count", "1000"), ("check-every", "2"));
        var list = BytesOf(Enumerable.Range(0, 1000));
        int[] cuts = [700];
        Download(client, list, cuts);
        Allocation.LeastOf_bytes(() =>
        {
            for (var i = 0; i < 10; i++) Download(client, list, cuts);
        }).ShouldBe(0);
    }

    private static IClientPopulation Population(params (string Name, object Value)[] given) =>
        new NumberListWorkload().CreatePopulation(Settings(given), "download", PopulationShare.Whole, seed: 1);

    private static IVirtualClient Client(params (string Name, object Value)[] given) =>
        Population(given).CreateClient(0);

    private Outcome Download(IVirtualClient client, byte[] list, int[] cuts)
    {
        client.Begin(Purpose.Measure, _request);
        var place = 0;
        for (var cut = 0; ; cut++)
        {
            var piece = list.AsSpan(place, Math.Min(cuts[cut % cuts.Length], list.Length - place));
            place += piece.Length;
            var step = client.Receive(piece, end: place == list.Length, _request);
            if (step.Consumed != piece.Length) throw new InvalidOperationException("not all input was consumed");
            if (step.Next == ClientNext.Complete) return step.Outcome;
        }
    }
}
