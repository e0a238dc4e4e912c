namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>Starts a client program.</summary>
/// <param name="request">Which.</param>
/// <param name="heard">Receives every line it says, and null when it says no more; called by any thread.</param>
public delegate IClientProcess StartClient(ClientRequest request, Action<string?> heard);
