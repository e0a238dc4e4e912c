using LoadHarness.Benchmarks.Tools.Servers;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>A server and the tools that are compared on it.</summary>
/// <param name="Name">What the server is called in tables.</param>
/// <param name="Server">The server.</param>
/// <param name="Tools">The tools.</param>
/// <param name="Cells">Numbers of connections, each with the requests of a batch.</param>
/// <param name="Delay_us">Delay that the server puts before every answer on purpose, µs; 0 for none.</param>
internal sealed record ToolSetup(
    string Name,
    MeasuredServer Server,
    IReadOnlyList<ILoadTool> Tools,
    IReadOnlyList<(int Connections, int Pipeline)> Cells,
    double Delay_us = 0) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Server.Dispose();
}
