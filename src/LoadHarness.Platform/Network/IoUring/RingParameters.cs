using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// <c>struct io_uring_params</c> of linux/io_uring.h: what is asked for, and where the kernel has put the rings.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 120)]
internal struct RingParameters
{
    public const uint CompletionSize = 1 << 3;
    public const uint Disabled = 1 << 6;
    public const uint SubmitAll = 1 << 7;
    public const uint SingleIssuer = 1 << 12;
    public const uint DeferTaskWork = 1 << 13;

    public const uint SingleMapping = 1 << 0;

    [FieldOffset(0)] public uint SubmissionEntries;
    [FieldOffset(4)] public uint CompletionEntries;
    [FieldOffset(8)] public uint Flags;
    [FieldOffset(20)] public uint Features;
    [FieldOffset(40)] public uint SubmissionHead;
    [FieldOffset(44)] public uint SubmissionTail;
    [FieldOffset(56)] public uint SubmissionFlags;
    [FieldOffset(64)] public uint SubmissionArray;
    [FieldOffset(80)] public uint CompletionHead;
    [FieldOffset(84)] public uint CompletionTail;
    [FieldOffset(100)] public uint Completions;
}
