namespace LoadHarness.Clients.Frames.Gif;

/// <summary>
/// Chooses 255 colours for a frame that has more than 256 (Heckbert, "Color Image Quantization for Frame Buffer
/// Display", 1982): the set of pixels with the widest spread of red, green or blue is cut at the median until there
/// are enough sets; each set becomes its mean. The result depends on the pixels alone.
/// </summary>
internal static class MedianCut
{
    private const int MostSets = FramePalette.MostColours - 1; // one index is kept for transparent pixels
    private const int Channels = 3;

    /// <summary>Chooses the colours and gives each pixel its index.</summary>
    /// <param name="pixels">The pixels, packed as in a decoded image.</param>
    /// <param name="colours">Receives the colours, at most 256.</param>
    /// <param name="indices">Receives an index for each pixel.</param>
    /// <returns>Number of colours.</returns>
    internal static int Fit(ReadOnlySpan<uint> pixels, Span<uint> colours, Span<byte> indices)
    {
        var places = new List<int>(pixels.Length);
        var transparent = new List<int>();
        for (var i = 0; i < pixels.Length; i++)
            (FramePalette.Decided(pixels[i]) == FramePalette.Transparent ? transparent : places).Add(i);
        var count = 0;
        foreach (var set in Cut(pixels, places.ToArray()))
        {
            foreach (var place in set.Span) indices[place] = (byte)count;
            colours[count++] = MeanOf(pixels, set.Span);
        }

        if (transparent.Count == 0) return count;
        foreach (var place in transparent) indices[place] = (byte)count;
        colours[count++] = FramePalette.Transparent;
        return count;
    }

    private static List<Memory<int>> Cut(ReadOnlySpan<uint> pixels, Memory<int> places)
    {
        List<Memory<int>> sets = [places];
        var queue = new PriorityQueue<int, int>([(0, -Widest(pixels, places.Span).Spread)]);
        while (sets.Count < MostSets && queue.TryDequeue(out var cut, out var spread) && spread < 0)
        {
            var set = sets[cut];
            var channel = Widest(pixels, set.Span).Channel;
            Sort(pixels, set.Span, channel);
            sets[cut] = set[..(set.Length / 2)];
            sets.Add(set[(set.Length / 2)..]);
            queue.Enqueue(cut, -Widest(pixels, sets[cut].Span).Spread);
            queue.Enqueue(sets.Count - 1, -Widest(pixels, sets[^1].Span).Spread);
        }

        return sets;
    }

    /// <summary>Sorts by one channel; pixels that are equal there keep the order of their places.</summary>
    private static void Sort(ReadOnlySpan<uint> pixels, Span<int> places, int channel)
    {
        var keys = new long[places.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = ((long)Sample(pixels[places[i]], channel) << 32) | (uint)places[i];
        Array.Sort(keys);
        for (var i = 0; i < keys.Length; i++) places[i] = (int)keys[i];
    }

    private static (int Channel, int Spread) Widest(ReadOnlySpan<uint> pixels, ReadOnlySpan<int> places)
    {
        var widest = (Channel: 0, Spread: 0);
        for (var channel = 0; channel < Channels; channel++)
        {
            var (least, most) = (255, 0);
            foreach (var place in places)
            {
                var sample = Sample(pixels[place], channel);
                (least, most) = (Math.Min(least, sample), Math.Max(most, sample));
            }

            if (most - least > widest.Spread) widest = (channel, most - least);
        }

        return widest;
    }

    private static uint MeanOf(ReadOnlySpan<uint> pixels, ReadOnlySpan<int> places)
    {
        var mean = 0xFF000000;
        for (var channel = 0; channel < Channels; channel++)
        {
            var sum = 0L;
            foreach (var place in places) sum += Sample(pixels[place], channel);
            mean |= (uint)((sum + places.Length / 2) / places.Length) << (8 * channel);
        }

        return mean;
    }

    private static int Sample(uint pixel, int channel) => (byte)(pixel >> (8 * channel));
}
