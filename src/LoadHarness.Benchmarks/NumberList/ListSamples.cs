using LoadHarness.Workloads.NumberList;

namespace LoadHarness.Benchmarks.NumberList;

/// <summary>The list that the number-list benchmarks work on.</summary>
internal static class ListSamples
{
    /// <summary>Numbers in it: as many as fill a piece of 64 KiB.</summary>
    public const int Count = 6144;

    public static int[] Numbers()
    {
        var numbers = new int[Count];
        const int largest = NumberListFormatter.LargestMagnitude;
        UniformDraws.Seeded(-largest, largest, seed: 1, stream: 1).Fill(numbers);
        return numbers;
    }

    /// <summary>The numbers as text, a comma after each.</summary>
    public static byte[] Text()
    {
        var text = new byte[NumberListFormatter.RoomFor(Count)];
        return text[..NumberListFormatter.Format(Numbers(), text)];
    }
}
