using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Work;

/// <summary>Gives back each task twice; an empty task fails.</summary>
internal sealed class DoublingJob : IJob
{
    public string Name => "doubling";

    public byte[] Do(byte[] task) =>
        task.Length == 0 ? throw new InvalidDataException("nothing to double") : [.. task, .. task];
}
