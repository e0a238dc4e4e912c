using System.Globalization;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.NumberList;
using Microsoft.Win32.SafeHandles;

namespace LoadHarness.Clients.Lists;

/// <summary>
/// Sorts the numbers of one file into another. Text is read and written in pieces, so that only the numbers themselves
/// are in memory; the buffers serve one file after the other. Not thread-safe.
/// </summary>
internal sealed class ListSorter
{
    private const int PieceSize = 64 * 1024;
    private const int Batch = 4096; // numbers formatted before they are written: at most 44 KiB

    private readonly byte[] _piece = new byte[Math.Max(PieceSize, NumberListFormatter.RoomFor(Batch))];
    private readonly NumberListChecker _checker = new();
    private readonly NumberListReader _reader;
    private int[] _numbers = new int[256 * 1024];
    private int[] _scratch = [];

    /// <summary>Makes one with buffers for a list of the usual length; they grow with longer ones.</summary>
    public ListSorter() => _reader = new NumberListReader(_checker);

    /// <summary>Sorts one file.</summary>
    /// <param name="from">A list as a server sends it.</param>
    /// <param name="to">Where the sorted one goes, in the same form; replaced.</param>
    /// <returns>How many numbers it has.</returns>
    /// <exception cref="InvalidDataException">The file is not a list.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public int Sort(string from, string to)
    {
        int count;
        using (var source = File.OpenHandle(from, options: FileOptions.SequentialScan)) count = Read(source, from);
        if (_scratch.Length < count) _scratch = new int[_numbers.Length];
        RadixSort.Sort(_numbers.AsSpan(0, count), _scratch);
        using var target = new ReplacedFile(to);
        Write(target, _numbers.AsSpan(0, count));
        return count;
    }

    private int Read(SafeFileHandle source, string name)
    {
        _checker.Reset();
        _reader.Reset();
        var count = 0;
        long offset = 0;
        for (var length = RandomAccess.Read(source, _piece, offset);
            length > 0;
            length = RandomAccess.Read(source, _piece, offset))
        {
            offset += length;
            ReadOnlySpan<byte> text = _piece.AsSpan(0, length);
            for (var read = _reader.Read(ref text, Room(count));
                read > 0;
                read = _reader.Read(ref text, Room(count)))
                count += read;
        }

        var room = Room(count);
        return _reader.TryReadLast(out room[0]) ? count + 1 : throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture, $"{name}: not a list of integers of at most 9 digits with commas between"));
    }

    private Span<int> Room(int count)
    {
        if (count == _numbers.Length) Array.Resize(ref _numbers, checked(2 * count));
        return _numbers.AsSpan(count);
    }

    private void Write(ReplacedFile target, ReadOnlySpan<int> numbers)
    {
        while (numbers.Length > 0)
        {
            var batch = numbers[..Math.Min(Batch, numbers.Length)];
            numbers = numbers[batch.Length..];
            var length = NumberListFormatter.Format(batch, _piece);
            if (numbers.IsEmpty) length--; // no comma after the last number
            target.Write(_piece.AsSpan(0, length));
        }
    }
}
