using System.Net;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>A client program to start.</summary>
/// <param name="Target">The server.</param>
/// <param name="Index">Number of the client, 0, 1, 2…</param>
/// <param name="Stage">What it is to make ready.</param>
public sealed record ClientRequest(IPEndPoint Target, int Index, string Stage);
