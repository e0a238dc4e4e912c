using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// The three system calls of io_uring, which the C library has no functions for, and the mapping of its rings. They
/// return −1 on failure, and the reason is <see cref="Marshal.GetLastSystemError"/>. The numbers are the same on
/// every architecture that .NET runs on.
/// </summary>
internal static unsafe partial class UringCalls
{
    private const int ReadWrite = 3;
    private const int SharedPopulated = 0x1 | 0x8000;
    private const nint SetupNumber = 425;
    private const nint EnterNumber = 426;
    private const nint RegisterNumber = 427;

    /// <summary>Makes a ring: its descriptor.</summary>
    public static int Setup(uint entries, RingParameters* parameters) =>
        (int)Call(SetupNumber, (nint)entries, (nint)parameters, 0, 0, 0, 0);

    /// <summary>Submits and waits: the number of entries submitted.</summary>
    public static int Enter(int ring, uint submit, uint complete, uint flags, void* argument, int length) =>
        (int)Call(EnterNumber, ring, (nint)submit, (nint)complete, (nint)flags, (nint)argument, length);

    /// <summary>Tells the ring of something lasting.</summary>
    public static int Register(int ring, uint operation, void* argument, uint count) =>
        (int)Call(RegisterNumber, ring, (nint)operation, (nint)argument, (nint)count, 0, 0);

    /// <summary>Maps a part of the ring into memory; null on failure.</summary>
    public static byte* Map(int ring, nuint length, long offset)
    {
        var mapped = MapMemory(null, length, ReadWrite, SharedPopulated, ring, (nint)offset);
        return mapped == (void*)-1 ? null : (byte*)mapped;
    }

    /// <summary>Ends a mapping.</summary>
    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MapMemory(
        void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, nint a, nint b, nint c, nint d, nint e, nint f);
}
