using LoadHarness.Contracts.Loading;
using LoadHarness.Engine;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Asks one start of a SUT after every level, when all is quiet, whether its state is what the clients must have left.
/// </summary>
internal sealed class QuietProbe
{
    private long _failures;
    private bool _isStateUnknown;

    /// <summary>Asks, where the workload's clients can tell.</summary>
    /// <param name="population">Knows the right state.</param>
    /// <param name="windows">The level's windows.</param>
    /// <param name="verify">Runs one client with <see cref="Purpose.Verify"/> to its end.</param>
    /// <returns>The objection to the level; null for none.</returns>
    public ValidityIssue? Ask(
        IClientPopulation population, IReadOnlyList<GatheredWindow> windows, Func<RunSnapshot> verify)
    {
        _failures += windows.Sum(window => window.Window.ErrorCount);
        if (!population.CanVerify || _isStateUnknown) return null;
        if (verify().End == RunEnd.Cancelled || population.Contradiction is not { } contradiction) return null;
        // A server that was wrong once stays wrong: the levels after this one are not to blame.
        _isStateUnknown = true;
        return _failures == 0
            ? new ValidityIssue(ValidityCode.WrongState, ValidityGrade.Invalid, contradiction)
            : new ValidityIssue(ValidityCode.WrongState, ValidityGrade.Suspect,
                contradiction + ", maybe for the operations that failed");
    }
}
