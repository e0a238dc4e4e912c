namespace LoadHarness.Experiments.Suts;

/// <summary>A system under test did not start or did not stay.</summary>
public sealed class SutException(string message) : Exception(message);
