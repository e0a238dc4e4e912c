using LoadHarness.Workloads.NumberList;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed class UniformDrawsTests
{
    private const int Largest = NumberListFormatter.LargestMagnitude;

    [Theory]
    [InlineData(-Largest, Largest)]
    [InlineData(0, 99)]
    [InlineData(-3, 3)]
    [InlineData(123_456_789, 999_999_999)]
    public void Draws_are_uniform_by_chi_square(int minimum, int maximum)
    {
        var draws = Draw(UniformDraws.Seeded(minimum, maximum, seed: 20, stream: 1), 500_000);
        var size = (long)maximum - minimum + 1;
        var cells = (int)Math.Min(size, 100);
        var counts = new long[cells];
        foreach (var draw in draws) counts[((long)draw - minimum) * cells / size]++;
        var statistic = 0.0;
        for (var cell = 0; cell < cells; cell++)
        {
            var values = Boundary(cell + 1) - Boundary(cell);
            var expected = (double)draws.Length * values / size;
            statistic += (counts[cell] - expected) * (counts[cell] - expected) / expected;
        }

        ChiSquared.CDF(cells - 1, statistic).ShouldBeInRange(0.0001, 0.9999);
        long Boundary(int cell) => (cell * size + cells - 1) / cells;
    }

    [Fact]
    public void Every_decimal_digit_is_uniform_in_every_place()
    {
        var draws = Draw(UniformDraws.Seeded(0, Largest, seed: 4, stream: 1), 400_000);
        for (var place = 1; place <= 100_000_000; place *= 10)
        {
            var counts = new int[10];
            foreach (var draw in draws) counts[draw / place % 10]++;
            var statistic = counts.Sum(count => Math.Pow(count - 40_000, 2) / 40_000);
            ChiSquared.CDF(9, statistic).ShouldBeInRange(0.0001, 0.9999);
        }
    }

    [Fact]
    public void Neighbouring_draws_are_independent_at_every_distance_up_to_16()
    {
        var draws = Draw(UniformDraws.Seeded(-Largest, Largest, seed: 9, stream: 1), 400_000);
        for (var distance = 1; distance <= 16; distance++)
        {
            var products =
                Enumerable.Range(0, draws.Length - distance).Sum(i => (double)draws[i] * draws[i + distance]);
            var correlation = products / draws.Length / (Largest / 3.0 * Largest);
            Math.Abs(correlation).ShouldBeLessThan(5 / Math.Sqrt(draws.Length));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-7, -7)]
    [InlineData(5, 6)]
    [InlineData(-Largest, -Largest)]
    [InlineData(Largest - 1, Largest)]
    public void Small_ranges_give_all_their_numbers_and_no_others(int minimum, int maximum) =>
        Draw(UniformDraws.Fresh(minimum, maximum), 1000).Distinct().Order()
            .ShouldBe(Enumerable.Range(minimum, maximum - minimum + 1));

    [Fact]
    public void Any_length_is_filled_and_nothing_beyond_it()
    {
        for (var length = 0; length < 40; length++)
        {
            var memory = new int[50];
            UniformDraws.Seeded(1, 9, seed: 1, stream: length).Fill(memory.AsSpan(0, length));
            memory.TakeWhile(number => number is >= 1 and <= 9).Count().ShouldBe(length);
            memory.Skip(length).ShouldAllBe(number => number == 0);
        }
    }

    [Fact]
    public void The_same_seed_and_stream_repeat_and_any_other_differ()
    {
        var once = Draw(UniformDraws.Seeded(0, Largest, seed: 7, stream: 3), 100);
        Draw(UniformDraws.Seeded(0, Largest, seed: 7, stream: 3), 100).ShouldBe(once);
        Draw(UniformDraws.Seeded(0, Largest, seed: 7, stream: 4), 100).Intersect(once).ShouldBeEmpty();
        Draw(UniformDraws.Seeded(0, Largest, seed: 8, stream: 3), 100).Intersect(once).ShouldBeEmpty();
        Draw(UniformDraws.Fresh(0, Largest), 100).Intersect(Draw(UniformDraws.Fresh(0, Largest), 100)).Count()
            .ShouldBeLessThan(3);
    }

    private static int[] Draw(UniformDraws draws, int count)
    {
        var numbers = new int[count];
        draws.Fill(numbers);
        return numbers;
    }
}
