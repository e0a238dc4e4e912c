using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Mean;
using NSubstitute;

namespace LoadHarness.Tests.Workloads.Mean;

public sealed class MeanServiceTests
{
    private readonly IService _service = MeanTalk.Service();

    [Fact]
    public void Clients_one_after_the_other_see_3_and_4_and_5()
    {
        Ask("3").ShouldBe("3.0");
        Ask("5").ShouldBe("4.0");
        Ask("7").ShouldBe("5.0");
        _service.OperationCount.ShouldBe(3);
    }

    [Fact]
    public void Clients_at_the_same_time_all_see_5()
    {
        string[] numbers = ["3", "5", "7"];
        MeanTalk[] talks = [.. numbers.Select(number => new MeanTalk(_service).Send(number))];
        foreach (var talk in talks) talk.Send("ready").Answer.ShouldBe("5.0");
        talks.ShouldAllBe(talk => talk.Next == Next.Close);
    }

    [Theory]
    [InlineData("7ready")]
    [InlineData("7", "ready")]
    [InlineData("7", "re", "a", "dy")]
    [InlineData("7re", "ady and more")]
    [InlineData(" +7\r\n", "ready\r\n")]
    [InlineData("7", "\n", "\n", "ready")]
    [InlineData("0", "0", "7", "r", "eady")]
    public void However_it_is_split_the_number_and_ready_are_understood(params string[] segments) =>
        new MeanTalk(_service).Send(segments).Answer.ShouldBe("7.0");

    [Fact]
    public void A_number_counts_from_its_first_digit_and_further_digits_replace_it()
    {
        var slow = new MeanTalk(_service).Send("-", "1");
        Ask("3").ShouldBe("1.0");
        slow.Send("2");
        Ask("4").ShouldBe(PythonFloat.Repr(-5.0 / 3));
        slow.Send("ready").Answer.ShouldBe(PythonFloat.Repr(-5.0 / 3));
    }

    [Fact]
    public void A_number_stays_counted_after_a_disconnect_and_one_that_never_came_does_not()
    {
        new MeanTalk(_service).Send("10").Leave();
        new MeanTalk(_service).Leave();
        new MeanTalk(_service).Send("-").Leave();
        Ask("20").ShouldBe("15.0");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("ready")]
    [InlineData("-ready")]
    [InlineData("+-4")]
    [InlineData("\0ÿ")]
    [InlineData("5.5")]
    [InlineData("5 6")]
    [InlineData("5red")]
    [InlineData("5", "\n", "5")]
    [InlineData("5", "r", "x")]
    public void Garbage_ends_its_own_connection_without_an_answer(params string[] segments)
    {
        var talk = new MeanTalk(_service).Send(segments);
        talk.Next.ShouldBe(Next.Close);
        talk.Answer.ShouldBe("");
        Ask("5").ShouldBe("5.0");
    }

    [Fact]
    public void Numbers_have_4300_digits_at_most_and_a_longer_one_does_not_count()
    {
        var longest = new MeanTalk(_service).Send(new string('9', 4300));
        longest.Send("ready").Answer.ShouldBe("inf");
        var whole = new MeanTalk(_service).Send("-" + new string('9', 4301), "ready");
        (whole.Next, whole.Answer).ShouldBe((Next.Close, ""));
        var split = new MeanTalk(_service).Send(new string('9', 4300), "0", "ready");
        (split.Next, split.Answer).ShouldBe((Next.Close, ""));
        Ask("-" + new string('9', 4300)).ShouldBe("0.0");
    }

    [Fact]
    public void The_mean_of_numbers_of_any_size_is_exact_however_they_are_split() =>
        Prop.ForAll(BigIntegers.Number.NonEmptyListOf().ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(),
            (numbers, size) =>
            {
                var service = MeanTalk.Service();
                var sum = BigInteger.Zero;
                for (var i = 0; i < numbers.Count; i++)
                {
                    sum += numbers[i];
                    var text = numbers[i].ToString(CultureInfo.InvariantCulture) + "ready";
                    new MeanTalk(service).Send(text.Chunk(size).Select(part => new string(part)))
                        .Answer.ShouldBe(PythonFloat.Repr(ExactMean.Of(sum, i + 1)));
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_console_shows_the_lines_of_the_course()
    {
        var lines = new List<string>();
        var sink = Substitute.For<IEventSink>();
        sink.ShowsMessages.Returns(true);
        sink.When(s => s.Message(Arg.Any<string>())).Do(call => lines.Add(call.Arg<string>()));
        using var service = MeanTalk.Service(sink);
        new MeanTalk(service, 63024).Send("2", "ready");
        lines.ShouldBe(
        [
            "Server: got connection from client ('127.0.0.1', 63024)",
            "Server: received 2 from ('127.0.0.1', 63024), new mean_data 2.0",
            "Server: waiting for ready message from ('127.0.0.1', 63024)",
            "Server: got ready message from ('127.0.0.1', 63024), sending 2.0",
        ]);
        service.ListeningLine(new System.Net.IPEndPoint(System.Net.IPAddress.Any, 8081))
            .ShouldBe("Server: listening on 0.0.0.0:8081");
        service.StoppedLine.ShouldBe("Server: stopped");
    }

    private string Ask(string number) => new MeanTalk(_service).Send(number, "ready").Answer;
}
