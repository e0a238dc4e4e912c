using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace LoadHarness.Tests.Workloads.Mean;

/// <summary>Integers of 1 to 300 digits, both signs.</summary>
internal static class BigIntegers
{
    public static Gen<BigInteger> Number { get; } =
        from length in Gen.Choose(1, 300)
        from digits in Gen.Choose(0, 9).ArrayOf(length)
        from sign in Gen.Elements(-1, 1)
        select sign * BigInteger.Parse(string.Concat(digits), CultureInfo.InvariantCulture);

    public static Arbitrary<BigInteger> Any { get; } = Arb.From(Number);
}
