namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("loadharness-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
