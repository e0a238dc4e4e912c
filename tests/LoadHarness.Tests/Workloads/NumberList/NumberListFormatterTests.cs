using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.NumberList;
using static LoadHarness.Tests.Workloads.NumberList.NumberLists;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed class NumberListFormatterTests
{
    private static readonly int[] _powersOfTen =
        [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    [Fact]
    public void Any_numbers_are_written_as_the_runtime_writes_them() =>
        Prop.ForAll(Any, numbers => Format(numbers).ShouldBe(TextOf(numbers) + ",")).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_around_every_change_of_length_are_written_as_the_runtime_writes_them()
    {
        var near = _powersOfTen.SelectMany(power => new[] { power - 1, power, power + 1, power * 9 }).ToArray();
        int[] both = [.. near, .. near.Select(number => -number), 999_999_999, -999_999_999, 999_999_998, -999_999_998];
        Format(both).ShouldBe(TextOf(both) + ",");
    }

    [Fact]
    public void Every_group_of_four_digits_is_written_right_wherever_it_stands()
    {
        var groups = Enumerable.Range(0, 10_000).ToArray();
        foreach (var factor in new[] { 1, 10_000 })
        {
            int[] numbers =
                [.. groups.Select(group => group * factor), .. groups.Select(group => -(700_000_000 + group * factor))];
            Format(numbers).ShouldBe(TextOf(numbers) + ",");
        }
    }

    [Fact]
    public void Nothing_is_written_for_no_numbers() => Format([]).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_written_beyond_the_room_asked_for()
    {
        var numbers = Enumerable.Repeat(-999_999_999, 13).ToArray();
        var memory = new byte[NumberListFormatter.RoomFor(numbers.Length) + 64];
        memory.AsSpan().Fill(0xEE);
        NumberListFormatter.Format(numbers, memory.AsSpan(0, NumberListFormatter.RoomFor(numbers.Length)));
        memory[^64..].ShouldAllBe(untouched => untouched == 0xEE);
    }

    [Fact]
    public void Too_little_room_is_refused() =>
        Should.Throw<ArgumentException>(
            () => NumberListFormatter.Format([1], new byte[NumberListFormatter.RoomFor(1) - 1]));

    private static string Format(int[] numbers)
    {
        var destination = new byte[NumberListFormatter.RoomFor(numbers.Length)];
        return Encoding.ASCII.GetString(destination, 0, NumberListFormatter.Format(numbers, destination));
    }
}
