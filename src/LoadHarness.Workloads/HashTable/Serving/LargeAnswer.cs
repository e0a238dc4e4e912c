using System.Buffers;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>An answer that leaves in pieces, so that no server buffers all of it. Its parts never change.</summary>
/// <param name="parts">The answer in order; enumerated as it goes.</param>
internal sealed class LargeAnswer(IEnumerable<ReadOnlyMemory<byte>> parts)
{
    /// <summary>Size of a piece.</summary>
    internal const int PieceLength = 64 * 1024;

    private readonly IEnumerator<ReadOnlyMemory<byte>> _parts = parts.GetEnumerator();
    private ReadOnlyMemory<byte> _part;

    /// <summary>Writes the next piece.</summary>
    /// <returns>True when it was the last.</returns>
    internal bool WritePiece(IBufferWriter<byte> output)
    {
        var room = PieceLength;
        while (room > 0)
        {
            if (_part.IsEmpty)
            {
                if (!_parts.MoveNext()) return true;
                _part = _parts.Current;
            }

            var count = Math.Min(room, _part.Length);
            output.Write(_part.Span[..count]);
            _part = _part[count..];
            room -= count;
        }

        return false;
    }
}
