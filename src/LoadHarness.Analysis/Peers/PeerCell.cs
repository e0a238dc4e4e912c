using LoadHarness.Results;

namespace LoadHarness.Analysis.Peers;

/// <summary>What load tools are compared at.</summary>
/// <param name="Server">The server.</param>
/// <param name="Connections">Connections.</param>
/// <param name="Pipeline">Requests of a batch.</param>
/// <param name="Delay_us">Delay that the server puts before every answer on purpose, µs; 0 for none.</param>
public readonly record struct PeerCell(string Server, int Connections, int Pipeline, double Delay_us)
{
    /// <summary>Requests outstanding at any time.</summary>
    public int Outstanding => Connections * Pipeline;

    /// <summary>The cell of a row.</summary>
    public static PeerCell Of(PeerRow row) => new(row.Server, row.Connections, row.Pipeline, row.Delay_us);
}
