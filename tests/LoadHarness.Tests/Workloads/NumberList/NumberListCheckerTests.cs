using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.NumberList;
using static LoadHarness.Tests.Workloads.NumberList.NumberLists;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed partial class NumberListCheckerTests
{
    public static TheoryData<string> DamageKinds => ListDamage.Kinds;

    [Fact]
    public void A_list_is_accepted_however_it_is_split() =>
        Prop.ForAll(Any, ListDamage.Cuts, (numbers, cuts) =>
        {
            var checker = Check(BytesOf(numbers), cuts);
            return checker.IsList && checker.CommaCount == numbers.Length - 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_list_is_accepted_byte_by_byte_and_whole()
    {
        var numbers = new int[20_000];
        UniformDraws.Seeded(-999_999_999, 999_999_999, seed: 1, stream: 1).Fill(numbers);
        var list = BytesOf(numbers);
        Check(list, [1]).IsList.ShouldBeTrue();
        Check(list, [list.Length]).IsList.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(DamageKinds))]
    public void Damage_is_found_wherever_it_is_and_however_the_text_is_split(string kind) =>
        Prop.ForAll(Any, Gen.Choose(0, 199).ToArbitrary(), ListDamage.Cuts, (numbers, place, cuts) =>
            !Check(ListDamage.Apply(kind, numbers, place), cuts).IsList).QuickCheckThrowOnFailure();

    [Fact]
    public void A_lost_byte_is_found_or_leaves_a_list_that_the_plain_rule_accepts() =>
        Prop.ForAll(Any, Gen.Choose(0, 2000).ToArbitrary(), ListDamage.Cuts, (numbers, place, cuts) =>
        {
            var bytes = BytesOf(numbers).ToList();
            bytes.RemoveAt(place % bytes.Count);
            AgreesWithThePlainRule([.. bytes], cuts);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_text_of_the_list_alphabet_is_judged_as_by_the_plain_rule() =>
        Prop.ForAll(
            Gen.Elements("0", "1", "5", "12", "-", ",", ",", "00", "1234567", "999999999", " ").ArrayOf(30)
                .ToArbitrary(),
            Gen.Choose(1, 30).ToArbitrary(),
            ListDamage.Cuts,
            (parts, count, cuts) =>
                AgreesWithThePlainRule(Encoding.ASCII.GetBytes(string.Concat(parts.Take(count))), cuts))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_byte_but_digits_minus_and_comma_is_a_mistake()
    {
        for (var value = 0; value < 256; value++)
        {
            var strange = !"0123456789-,".Contains((char)value, StringComparison.Ordinal);
            byte[] text = [.. "17,1"u8, (byte)value, .. "2,3"u8];
            Check(text, [100]).IsMalformed.ShouldBe(strange || value == '-', $"byte {value:x2}");
        }
    }

    [Fact]
    public void A_beginning_of_a_list_is_neither_a_list_nor_malformed()
    {
        foreach (var text in new[] { "", "1,", "1,-", "-" })
        {
            var checker = Check(Encoding.ASCII.GetBytes(text), [100]);
            checker.IsList.ShouldBeFalse();
            checker.IsMalformed.ShouldBeFalse();
        }
    }

    [Fact]
    public void Reset_begins_anew_after_a_mistake()
    {
        var checker = Check("1,,"u8.ToArray(), [100]);
        checker.Reset();
        checker.Add("-4,5"u8);
        checker.IsList.ShouldBeTrue();
        checker.CommaCount.ShouldBe(1);
    }

    private static void AgreesWithThePlainRule(byte[] text, int[] cuts)
    {
        var checker = Check(text, cuts);
        checker.IsList.ShouldBe(PlainRule().IsMatch(Encoding.ASCII.GetString(text)));
        if (checker.IsList) checker.CommaCount.ShouldBe(text.Count(character => character == ','));
    }

    private static NumberListChecker Check(byte[] text, int[] cuts)
    {
        var checker = new NumberListChecker();
        var place = 0;
        for (var cut = 0; place < text.Length; cut++)
        {
            var length = Math.Min(cuts[cut % cuts.Length], text.Length - place);
            checker.Add(text.AsSpan(place, length));
            place += length;
        }

        return checker;
    }

    [GeneratedRegex(
        @"\A(0|-?[1-9][0-9]{0,8})(,(0|-?[1-9][0-9]{0,8}))*\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainRule();
}
