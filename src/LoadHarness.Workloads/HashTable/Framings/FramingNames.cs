namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>The framings by name.</summary>
internal static class FramingNames
{
    /// <summary>One line each.</summary>
    internal static Framing Newline { get; } = new NewlineFraming();

    /// <summary>Four bytes, highest first.</summary>
    internal static Framing Be32 { get; } = new BinaryFraming("be32", sizeof(uint), isLittleEndian: false);

    /// <summary>Eight bytes, highest first.</summary>
    internal static Framing Be64 { get; } = new BinaryFraming("be64", sizeof(long), isLittleEndian: false);

    /// <summary>Eight bytes, lowest first.</summary>
    internal static Framing Le64 { get; } = new BinaryFraming("le64", sizeof(long), isLittleEndian: true);

    /// <summary>Digits.</summary>
    internal static Framing Decimal { get; } = new DecimalFraming("decimal", "");

    /// <summary>Digits and a comma.</summary>
    internal static Framing DecimalComma { get; } = new DecimalFraming("decimal-comma", ",");

    /// <summary>Ten digits.</summary>
    internal static Framing Decimal10 { get; } = new ColumnFraming("decimal-10", 10, '0');

    /// <summary>Sixteen columns.</summary>
    internal static Framing Decimal16 { get; } = new ColumnFraming("decimal-16", 16, ' ');

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<Framing> All { get; } =
        [Newline, Be32, Be64, Le64, Decimal, DecimalComma, Decimal10, Decimal16];

    /// <summary>The framing of a name; null when there is none.</summary>
    internal static Framing? Find(string name) =>
        All.FirstOrDefault(framing => string.Equals(framing.Name, name, StringComparison.Ordinal));
}
