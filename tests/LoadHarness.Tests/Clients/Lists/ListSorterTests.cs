using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Clients.Lists;

namespace LoadHarness.Tests.Clients.Lists;

public sealed class ListSorterTests : IDisposable
{
    private const int Largest = 999_999_999;

    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-sort-").FullName;
    private readonly ListSorter _sorter = new();

    private string From => Path.Combine(_folder, "unsorted.txt");

    private string To => Path.Combine(_folder, "sorted.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Any_list_is_sorted_and_keeps_its_numbers_and_its_form() =>
        Prop.ForAll(
            Gen.Choose(-Largest, Largest).NonEmptyListOf().ToArbitrary(),
            numbers => Sort([.. numbers]).ShouldBe(Text(numbers.Order()))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_list_longer_than_all_buffers_is_sorted()
    {
        var random = new Random(1);
        var numbers = Enumerable.Range(0, 600_000).Select(_ => random.Next(-Largest, Largest)).ToArray();
        string.Equals(Sort(numbers), Text(numbers.Order()), StringComparison.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public void A_shorter_list_leaves_nothing_of_the_file_that_was_there()
    {
        Sort([3, 2, 1]);
        Sort([-5]).ShouldBe("-5");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2,")]
    [InlineData("1,,2")]
    [InlineData("1, 2")]
    [InlineData("1,2\n")]
    [InlineData("1234567890")]
    public void What_is_no_list_is_refused_by_the_name_of_its_file(string text)
    {
        File.WriteAllText(From, text);
        Should.Throw<InvalidDataException>(() => _sorter.Sort(From, To)).Message.ShouldStartWith($"{From}: not a list");
        File.WriteAllText(From, "2,1");
        _sorter.Sort(From, To).ShouldBe(2, "the next file is sorted as if nothing had been");
        File.ReadAllText(To).ShouldBe("1,2");
    }

    private static string Text(IEnumerable<int> numbers) => string.Join(',', numbers);

    private string Sort(int[] numbers)
    {
        File.WriteAllText(From, Text(numbers));
        _sorter.Sort(From, To).ShouldBe(numbers.Length);
        return File.ReadAllText(To);
    }
}
