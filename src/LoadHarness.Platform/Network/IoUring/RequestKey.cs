namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// The 64 bits that a request carries to its completions: kind, the slot of its connection and the generation of that
/// slot. The generation tells a late completion of an earlier connection in the slot from one of the present.
/// </summary>
internal static class RequestKey
{
    /// <summary>Generations are counted modulo this, 2²⁴.</summary>
    public const uint Generations = 1 << 24;

    /// <summary>Builds the number.</summary>
    public static ulong Of(RequestKind kind, int slot = 0, uint generation = 0) =>
        ((ulong)kind << 56) | ((ulong)generation << 32) | (uint)slot;

    public static RequestKind KindOf(ulong key) => (RequestKind)(key >> 56);

    public static int SlotOf(ulong key) => (int)(uint)key;

    public static uint GenerationOf(ulong key) => (uint)(key >> 32) & (Generations - 1);
}
