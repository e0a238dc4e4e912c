using LoadHarness.Contracts.Storage;

namespace LoadHarness.Cli;

/// <summary>The exit code for what the operating system refuses about files.</summary>
internal static class StorageExit
{
    /// <summary>The code for a cause, or for what it was caused by.</summary>
    public static ExitCode CodeOf(Exception cause) =>
        StorageProblem.IsForbidden(cause) ? ExitCode.NoPermission
        : StorageProblem.IsFull(cause) ? ExitCode.DiskFull
        : ExitCode.StorageUnusable;
}
