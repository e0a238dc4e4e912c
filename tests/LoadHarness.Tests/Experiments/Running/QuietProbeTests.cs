using LoadHarness.Contracts.Loading;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;
using NSubstitute;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class QuietProbeTests
{
    private readonly IClientPopulation _population = Substitute.For<IClientPopulation>();
    private readonly QuietProbe _probe = new();
    private int _verifications;

    public QuietProbeTests()
    {
        _population.CanVerify.Returns(true);
        _population.Contradiction.Returns((string?)null);
    }

    [Fact]
    public void A_right_state_is_no_objection()
    {
        Ask().ShouldBeNull();
        _verifications.ShouldBe(1);
    }

    [Fact]
    public void A_wrong_state_makes_the_level_invalid_and_later_levels_are_not_blamed_for_it()
    {
        _population.Contradiction.Returns("the mean is 4.0, not 5.0");
        Ask().ShouldBe(new ValidityIssue(ValidityCode.WrongState, ValidityGrade.Invalid, "the mean is 4.0, not 5.0"));
        Ask().ShouldBeNull();
        _verifications.ShouldBe(1);
    }

    [Fact]
    public void Where_operations_failed_before_a_wrong_state_is_only_suspect()
    {
        Ask(errors: 1).ShouldBeNull();
        _population.Contradiction.Returns("the mean is 4.0, not 5.0");
        Ask().ShouldNotBeNull().Grade.ShouldBe(ValidityGrade.Suspect);
    }

    [Fact]
    public void A_workload_that_cannot_tell_is_not_asked()
    {
        _population.CanVerify.Returns(false);
        Ask().ShouldBeNull();
        _verifications.ShouldBe(0);
    }

    private ValidityIssue? Ask(long errors = 0) => _probe.Ask(_population, [Window(errors)], () =>
    {
        _verifications++;
        return new RunSnapshot
        {
            Windows = [],
            ClientsByWindow = [],
            ConnectedClients = 1,
            Loop = "fake",
            End = RunEnd.Complete,
            PreparedByOutcome = new long[6],
        };
    });

    private static GatheredWindow Window(long errors) => new()
    {
        Window = new WindowSnapshot
        {
            Index = 0,
            Start_ns = 0,
            End_ns = 1_000_000_000,
            Ended = [[10, 0, 0, 0, errors, 0]],
            Latency = [],
            ThreadCpu_ns = [0],
        },
    };
}
