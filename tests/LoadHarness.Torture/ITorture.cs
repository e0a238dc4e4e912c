namespace LoadHarness.Torture;

/// <summary>
/// One kind of ill-treatment: inputs, crashes, attacks, time. The long form of what the tests do briefly.
/// </summary>
internal interface ITorture
{
    /// <summary>Its name on the command line, as in <c>make torture TORTURE=fuzz</c>.</summary>
    string Name { get; }

    /// <summary>What it promises to show, in a few words.</summary>
    string Promise { get; }

    /// <summary>The shortest time in which it says something; with less it is left out.</summary>
    TimeSpan Least { get; }

    /// <summary>Goes on until its work is done or the budget is spent.</summary>
    /// <param name="budget">Time, seed and folder.</param>
    /// <returns>What was counted or measured, in the order of the table.</returns>
    IEnumerable<TortureFigure> Run(TortureBudget budget);
}
