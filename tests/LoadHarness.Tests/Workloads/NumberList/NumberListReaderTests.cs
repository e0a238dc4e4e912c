using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.NumberList;
using static LoadHarness.Tests.Workloads.NumberList.NumberLists;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed class NumberListReaderTests
{
    public static TheoryData<string> DamageKinds => ListDamage.Kinds;

    [Fact]
    public void Numbers_are_read_however_the_text_is_split_and_however_little_room_there_is() =>
        Prop.ForAll(Any, ListDamage.Cuts, Gen.Choose(1, 30).ToArbitrary(), (numbers, cuts, room) =>
            Read(new NumberListReader(new NumberListChecker()), BytesOf(numbers), cuts, room)!.SequenceEqual(numbers))
            .QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(DamageKinds))]
    public void Damaged_lists_are_refused(string kind) =>
        Prop.ForAll(Any, Gen.Choose(0, 199).ToArbitrary(), ListDamage.Cuts, (numbers, place, cuts) =>
            Read(new(new()), ListDamage.Apply(kind, numbers, place), cuts, 16) is null)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void After_reset_the_next_list_is_read_from_its_start()
    {
        var checker = new NumberListChecker();
        var reader = new NumberListReader(checker);
        Read(reader, "12,3"u8.ToArray(), [1], 4).ShouldBe([12, 3]);
        reader.Reset();
        checker.Reset();
        Read(reader, "-4,56"u8.ToArray(), [1], 4).ShouldBe([-4, 56]);
    }

    private static List<int>? Read(NumberListReader reader, byte[] text, int[] cuts, int room)
    {
        var read = new List<int>();
        var buffer = new int[room];
        var place = 0;
        for (var cut = 0; place < text.Length; cut++)
        {
            ReadOnlySpan<byte> piece = text.AsSpan(place, Math.Min(cuts[cut % cuts.Length], text.Length - place));
            place += piece.Length;
            for (var count = reader.Read(ref piece, buffer); count > 0; count = reader.Read(ref piece, buffer))
                read.AddRange(buffer.AsSpan(0, count));
            piece.Length.ShouldBe(0);
        }

        if (!reader.TryReadLast(out var last)) return null;
        read.Add(last);
        return read;
    }
}
