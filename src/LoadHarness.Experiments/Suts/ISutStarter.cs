namespace LoadHarness.Experiments.Suts;

/// <summary>Starts systems under test.</summary>
public interface ISutStarter
{
    /// <summary>CPUs that a SUT may use; at least 1.</summary>
    int Cpus { get; }

    /// <summary>Starts one and waits until it listens.</summary>
    /// <exception cref="SutException">It did not come up; the message says why, with what it wrote.</exception>
    ISut Start(SutRequest request, CancellationToken cancellation);
}
