using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Sentences;

namespace LoadHarness.Tests.Report.Sentences;

public sealed class LawWordsTests
{
    [Fact]
    public void Curves_of_one_law_are_said_together_and_the_open_and_unfit_ones_named()
    {
        Finding[] findings =
        [
            Law("select", 0.01, "Hinge"), Law("epoll", 0.02, "Hinge"), Law("async", 0.02, "Contention"),
            Law("threaded", 0.03, "Contention", "Universal"), Law("sequential", 0.065, "Hinge", "Contention"),
            Law("prefork", 0.131, "Universal"),
        ];
        FindingWords.Say(findings).ShouldBe(
            "Throughput of `select` and `epoll` follows a hinge: in step with the clients up to a hard limit, then "
            + "level; that of `async` follows the law of contention: a part of each operation is done one at a time. "
            + "Which of several laws `threaded` follows is not decided. "
            + "No law fits `sequential` and `prefork`: levels lie 6.5 % to 13.1 % from the best of four.");
    }

    [Fact]
    public void A_law_that_falls_is_said_with_its_peak()
    {
        FindingWords.Say([Law("io_uring", 0.01, "Universal")]).ShouldBe(
            "Throughput of `io_uring` follows the universal scalability law: besides waiting for one another, clients "
            + "cost each other time. By that law throughput is highest at 48 clients with `io_uring` and falls "
            + "behind.");
    }

    private static Finding Law(string model, double residual, params string[] kinds) => new()
    {
        Code = FindingCode.LawChosen,
        Severity = FindingSeverity.Information,
        Subjects = [new CurveKey("hashtable", model, "lookup")],
        Numbers = [new("residual_share", residual), new("knee_clients", 48)],
        Notes = kinds,
    };
}
