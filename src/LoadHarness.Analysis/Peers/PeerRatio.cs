namespace LoadHarness.Analysis.Peers;

/// <summary>
/// Requests for each second of the generator's CPU time: ours over theirs, paired within rounds, so that a machine that
/// slows down slows both.
/// </summary>
/// <param name="Cell">The cell.</param>
/// <param name="Ours">This program on one of its loops.</param>
/// <param name="Theirs">The other tool.</param>
/// <param name="Median">Median of the ratios of the rounds.</param>
/// <param name="Lowest">The lowest of them.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Pairs">Rounds.</param>
public sealed record PeerRatio(
    PeerCell Cell, string Ours, string Theirs, double Median, double Lowest, double Highest, int Pairs);
