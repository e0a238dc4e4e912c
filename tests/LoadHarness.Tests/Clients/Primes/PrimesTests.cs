using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Clients.Primes;
using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Primes;

public sealed class PrimesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-primes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The number of primes up to n is known (OEIS A006880).</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(10, 4)]
    [InlineData(100, 25)]
    [InlineData(1000, 168)]
    [InlineData(10_000, 1229)]
    [InlineData(100_000, 9592)]
    public void There_are_as_many_primes_as_is_known(int count, int expected) =>
        Find(new PrimeSearch(count, Naive: false), chunks: 7).Length.ShouldBe(expected);

    [Fact]
    public void Both_ways_of_division_agree() =>
        Find(new PrimeSearch(3000, Naive: true), 5).ShouldBe(Find(new PrimeSearch(3000, Naive: false), 3));

    [Fact]
    public void The_largest_prime_of_32_bits_and_squares_of_primes_are_told_right()
    {
        TrialDivision.IsPrime(4_294_967_291).ShouldBeTrue();
        TrialDivision.IsPrime(65_521 * 65_521u).ShouldBeFalse();
        TrialDivision.IsPrime(4).ShouldBeFalse();
        TrialDivision.IsPrimeNaively(4).ShouldBeFalse();
    }

    [Fact]
    public void The_result_does_not_depend_on_the_chunks() =>
        Prop.ForAll(
            Gen.Choose(1, 2000).ToArbitrary(),
            Gen.Choose(1, 100).ToArbitrary(),
            (count, chunks) => Find(new PrimeSearch(count, Naive: false), chunks)
                .ShouldBe(Find(new PrimeSearch(count, Naive: false), 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void Later_chunks_are_shorter_because_their_numbers_take_longer()
    {
        var lengths = new PrimeSearch(1_000_000, Naive: true).Tasks(10)
            .Select(task => BitConverter.ToInt32(task, 4) - BitConverter.ToInt32(task, 0) + 1).ToArray();
        lengths.Sum().ShouldBe(1_000_000);
        lengths.ShouldBe(lengths.OrderDescending());
    }

    [Fact]
    public void The_files_have_one_prime_per_line_and_no_newline_at_their_end()
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var runner = new WorkRunner((_, _) => throw new InvalidOperationException(), workers: 1);
        new PrimesClient(new PrimeSearch(12, Naive: false), _folder, output).RunBoth(runner);
        foreach (var name in new[] { "primes_nonoptimized.txt", "primes_optimized.txt" })
            File.ReadAllText(Path.Combine(_folder, name)).ShouldBe("2\n3\n5\n7\n11");
        output.ToString().ReplaceLineEndings("\n").ShouldMatch(
            @"^Non-optimized time: \d+\.\d+\nOptimized time: \d+\.\d+\nSpeed-up: \d+\.\d\d\n$");
    }

    [Fact]
    public void Without_primes_the_file_is_empty()
    {
        var path = Path.Combine(_folder, "none.txt");
        PrimeFile.Write(path, [[]]);
        File.ReadAllBytes(path).ShouldBeEmpty();
    }

    [Fact]
    public void Chunks_without_primes_leave_no_empty_lines()
    {
        var path = Path.Combine(_folder, "some.txt");
        PrimeFile.Write(path, [[], "2\n3\n"u8.ToArray(), [], "5\n"u8.ToArray(), []]);
        File.ReadAllText(path).ShouldBe("2\n3\n5");
    }

    private static string[] Find(PrimeSearch search, int chunks)
    {
        var text = new StringBuilder();
        foreach (var chunk in WorkRunner.InTurn(new PrimeChunkJob(), search.Tasks(chunks)).Results)
            text.Append(Encoding.ASCII.GetString(chunk));
        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
