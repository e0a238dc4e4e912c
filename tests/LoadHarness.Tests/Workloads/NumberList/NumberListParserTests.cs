using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.NumberList;
using static LoadHarness.Tests.Workloads.NumberList.NumberLists;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed class NumberListParserTests
{
    [Fact]
    public void Parsing_gives_back_the_numbers_that_were_written() =>
        Prop.ForAll(Any, numbers =>
        {
            var text = new byte[NumberListFormatter.RoomFor(numbers.Length)];
            var length = NumberListFormatter.Format(numbers, text);
            var parsed = new int[numbers.Length];
            NumberListParser.Parse(text.AsSpan(0, length), parsed, out var consumed).ShouldBe(numbers.Length);
            consumed.ShouldBe(length);
            parsed.ShouldBe(numbers);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parsing_stops_after_a_comma_when_there_is_no_more_room() =>
        Prop.ForAll(Any, numbers =>
        {
            var text = BytesOf(numbers.Append(5));
            var room = new int[(numbers.Length + 1) / 2];
            NumberListParser.Parse(text, room, out var consumed).ShouldBe(room.Length);
            room.ShouldBe(numbers.Take(room.Length));
            consumed.ShouldBe(TextOf(room).Length + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_without_a_comma_is_left()
    {
        var numbers = new int[4];
        NumberListParser.Parse("12,-3"u8, numbers, out var consumed).ShouldBe(1);
        consumed.ShouldBe(3);
        numbers.ShouldBe([12, 0, 0, 0]);
    }

    [Fact]
    public void One_number_is_parsed_alone() =>
        Prop.ForAll(Arb.From(Number), number => NumberListParser.ParseOne(BytesOf([number])) == number)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_at_all_are_survived() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Elements(1, 3, 20, 300).ToArbitrary(), (seed, times) =>
        {
            var text = Enumerable.Repeat(seed, times).SelectMany(bytes => bytes.Append((byte)',')).ToArray();
            NumberListParser.Parse(text, new int[text.Length], out var consumed);
            consumed.ShouldBe(text.Length);
        }).QuickCheckThrowOnFailure();
}
