using LoadHarness.Platform.Proc;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>A client program that is controlled line by line. Disposing ends it.</summary>
public interface IClientProcess : IDisposable
{
    /// <summary>Says a line to it; one that has gone hears nothing.</summary>
    void Say(string line);

    /// <summary>CPU time so far, ns; −1 when unknown. Cheap.</summary>
    long Cpu_ns();

    /// <summary>Everything known about what it has used.</summary>
    ProcessSample Sample();
}
