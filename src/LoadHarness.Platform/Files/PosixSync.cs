using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LoadHarness.Platform.Files;

/// <summary>The two syncs that .NET has no call for: fdatasync of a file, fsync of a folder.</summary>
internal static partial class PosixSync
{
    private const int Interrupted = 4;
    private const int ReadOnly = 0;

    /// <summary>fdatasync(2): content and the length needed to read it, without the time stamps.</summary>
    internal static void Data(SafeFileHandle file)
    {
        while (FDataSync(file) != 0) ThrowUnlessInterrupted();
    }

    /// <summary>fsync(2) of a folder.</summary>
    internal static void Folder(string path)
    {
        int folder;
        while ((folder = Open(path, ReadOnly)) < 0) ThrowUnlessInterrupted();
        using var handle = new SafeFileHandle(folder, ownsHandle: true);
        while (FSync(handle) != 0) ThrowUnlessInterrupted();
    }

    private static void ThrowUnlessInterrupted()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error != Interrupted) throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FDataSync(SafeFileHandle file);
}
