namespace LoadHarness.Clients.Frames.Gif;

/// <summary>
/// The sequences that an LZW encoder knows: the code of a known sequence and the index behind it make the code of a
/// longer one. A hash table with linear probing, at most half full. Forgetting everything only raises a number that
/// every entry carries, since small images would otherwise spend most of their time on clearing.
/// </summary>
internal sealed class CodeTable
{
    private const int SlotBits = 13;
    private const int SlotMask = (1 << SlotBits) - 1;
    private const int KeyBits = 20; // 12 of the code, 8 of the index
    private const uint LastGeneration = (1 << (32 - KeyBits)) - 1;
    private const uint Multiplier = 2654435769; // 2^32 divided by the golden ratio

    private readonly uint[] _keys = new uint[1 << SlotBits];
    private readonly ushort[] _codes = new ushort[1 << SlotBits];
    private uint _generation = 1;

    /// <summary>Forgets all sequences.</summary>
    internal void Clear()
    {
        if (_generation++ < LastGeneration) return;
        Array.Clear(_keys);
        _generation = 1;
    }

    /// <summary>Finds a longer sequence.</summary>
    /// <param name="prefix">Code of the shorter one, 12 bits.</param>
    /// <param name="index">What follows.</param>
    /// <param name="slot">Receives its place, or the one where <see cref="Add"/> may put it.</param>
    /// <returns>Its code; −1 when it is unknown.</returns>
    internal int Find(int prefix, byte index, out int slot)
    {
        var key = Key(prefix, index);
        slot = (int)((key * Multiplier) >> (32 - SlotBits));
        while (_keys[slot] >> KeyBits == _generation)
        {
            if (_keys[slot] == key) return _codes[slot];
            slot = (slot + 1) & SlotMask;
        }

        return -1;
    }

    /// <summary>Gives a sequence a code.</summary>
    internal void Add(int prefix, byte index, int slot, int code)
    {
        _keys[slot] = Key(prefix, index);
        _codes[slot] = (ushort)code;
    }

    private uint Key(int prefix, byte index) => (_generation << KeyBits) | ((uint)prefix << 8) | index;
}
