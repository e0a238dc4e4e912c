using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LoadHarness.Tests.Workloads.NumberList;

/// <summary>Ways in which a list can be wrong. Each makes one place of a right list wrong.</summary>
internal static class ListDamage
{
    private static readonly Dictionary<string, Func<int[], int, string>> _ways = new(StringComparer.Ordinal)
    {
        ["an empty number"] = (numbers, at) => With(numbers, at, _ => ""),
        ["a minus alone"] = (numbers, at) => With(numbers, at, _ => "-"),
        ["two minuses"] = (numbers, at) => With(numbers, at, number => "--" + Magnitude(number)),
        ["a minus after the digits"] = (numbers, at) => With(numbers, at, number => Text(number) + "-"),
        ["a space before a number"] = (numbers, at) => With(numbers, at, number => " " + Text(number)),
        ["a space after a number"] = (numbers, at) => With(numbers, at, number => Text(number) + " "),
        ["a leading zero"] = (numbers, at) => With(numbers, at, number => Sign(number) + "0" + Magnitude(number)),
        ["minus zero"] = (numbers, at) => With(numbers, at, _ => "-0"),
        ["a plus"] = (numbers, at) => With(numbers, at, number => "+" + Magnitude(number)),
        ["ten digits"] =
            (numbers, at) => With(numbers, at, number => Sign(number) + "1" + Magnitude(number).PadLeft(9, '5')),
        ["twenty digits"] =
            (numbers, at) => With(numbers, at, number => Sign(number) + "1" + Magnitude(number).PadLeft(19, '5')),
        ["a letter"] = (numbers, at) => With(numbers, at, number => Text(number) + "a"),
        ["a character just below the digits"] = (numbers, at) => With(numbers, at, number => Text(number) + "/"),
        ["a character just above the digits"] = (numbers, at) => With(numbers, at, number => Text(number) + ":"),
        ["a zero byte"] = (numbers, at) => With(numbers, at, number => Text(number) + "\0"),
        ["a decimal point"] = (numbers, at) => With(numbers, at, number => Text(number) + ".5"),
        ["a comma at the end"] = (numbers, _) => NumberLists.TextOf(numbers) + ",",
        ["a comma at the start"] = (numbers, _) => "," + NumberLists.TextOf(numbers),
        ["a line feed at the end"] = (numbers, _) => NumberLists.TextOf(numbers) + "\n",
        ["a carriage return and line feed at the end"] = (numbers, _) => NumberLists.TextOf(numbers) + "\r\n",
        ["nothing"] = (_, _) => "",
    };

    public static TheoryData<string> Kinds { get; } = [.. _ways.Keys];

    public static byte[] Apply(string kind, int[] numbers, int place) =>
        Encoding.Latin1.GetBytes(_ways[kind](numbers, place % numbers.Length));

    /// <summary>Lengths to cut a text into; many small ones among them.</summary>
    public static Arbitrary<int[]> Cuts { get; } = Arb.From(
        Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 12), Gen.Choose(50, 80), Gen.Choose(1, 1000)).ArrayOf(40));

    private static string With(int[] numbers, int at, Func<int, string> damage) =>
        string.Join(',', numbers.Select((number, place) => place == at ? damage(number) : Text(number)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(int number) => number < 0 ? "-" : "";

    private static string Magnitude(int number) => Text(Math.Abs(number));
}
