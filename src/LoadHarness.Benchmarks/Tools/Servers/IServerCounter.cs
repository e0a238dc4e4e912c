namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>Asks a server, on a connection of its own, what it has done.</summary>
internal interface IServerCounter : IDisposable
{
    /// <summary>Asks. The question counts as a request, too.</summary>
    /// <exception cref="InvalidOperationException">The answer is not understood.</exception>
    ServerCount Read();
}
