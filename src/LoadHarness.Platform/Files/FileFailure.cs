using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Storage;

namespace LoadHarness.Platform.Files;

/// <summary>Turns what the operating system refuses into one clear line.</summary>
internal static class FileFailure
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    /// <summary>True for the exceptions that files throw when the system says no.</summary>
    internal static bool IsExpected(Exception cause) => StorageProblem.IsExpected(cause);

    /// <summary>True when a lock failed because somebody else has it.</summary>
    internal static bool IsHeldByAnother(IOException cause) =>
        cause.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;

    /// <summary>The exception to throw: what was tried, on which path, and why it failed.</summary>
    internal static DurabilityException Of(string action, string path, Exception cause) =>
        new($"cannot {action} {path}: {StorageProblem.Reason(cause)}", cause);

    /// <summary>Runs an action outside the hot path.</summary>
    internal static void Guard(string action, string path, Action run)
    {
        try
        {
            run();
        }
        catch (Exception cause) when (IsExpected(cause))
        {
            throw Of(action, path, cause);
        }
    }
}
