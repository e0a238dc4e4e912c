namespace LoadHarness.Contracts.Storage;

/// <summary>What the operating system refuses about files: which kinds there are, and how they are called.</summary>
public static class StorageProblem
{
    private const int NoSpaceLeft = 28;
    private const int FileExists = 17;
    private const int ReadOnlyFileSystem = 30;
    private const int LinuxQuotaExceeded = 122;
    private const int MacQuotaExceeded = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsFileExists = unchecked((int)0x80070050);

    /// <summary>
    /// True for the exceptions that files throw when the system says no. Past a limit on file sizes (EFBIG)
    /// the runtime throws <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static bool IsExpected(Exception cause) =>
        cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentOutOfRangeException;

    /// <summary>True when there is no room: the disk, a quota or a limit on file sizes is full. Looks at inner
    /// exceptions, too.</summary>
    public static bool IsFull(Exception cause) => Has(cause, inner =>
        inner is ArgumentOutOfRangeException || (inner is IOException && IsFull(inner.HResult)));

    /// <summary>True when a permission is missing. Looks at inner exceptions, too.</summary>
    public static bool IsForbidden(Exception cause) =>
        Has(cause, inner => inner is UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem });

    /// <summary>True when a file that was to be made is there already.</summary>
    public static bool IsThereAlready(IOException cause) => cause.HResult is FileExists or WindowsFileExists;

    /// <summary>Why, in a few words.</summary>
    public static string Reason(Exception cause) => cause switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        ArgumentOutOfRangeException => "the file has the largest size allowed (ulimit -f, or the file system's limit)",
        IOException { HResult: NoSpaceLeft or WindowsDiskFull } => "the disk is full",
        _ => cause.Message.ReplaceLineEndings(" "),
    };

    private static bool IsFull(int error) =>
        error is NoSpaceLeft or WindowsDiskFull
        || error == (OperatingSystem.IsMacOS() ? MacQuotaExceeded : LinuxQuotaExceeded);

    private static bool Has(Exception cause, Func<Exception, bool> isIt)
    {
        for (var inner = cause; inner is not null; inner = inner.InnerException)
        {
            if (isIt(inner)) return true;
        }

        return false;
    }
}
