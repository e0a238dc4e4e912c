namespace LoadHarness.Analysis.Laws;

/// <summary>
/// The smallest value of a function of two variables inside a box: again and again the best point of a small grid, each
/// grid around the point found last and half as wide. It needs no slope, and flat places do no harm. Source: Hooke and
/// Jeeves, Journal of the ACM 8 (1961), in its simplest form.
/// </summary>
/// <param name="u">Ends of the first variable.</param>
/// <param name="v">Ends of the second variable.</param>
internal sealed class PatternSearch((double From, double To) u, (double From, double To) v)
{
    private const int Reach = 2;

    /// <summary>Searches.</summary>
    /// <param name="function">What is to be small.</param>
    /// <param name="start">Where the first grid lies.</param>
    /// <param name="width">Width of the first grid, as a share of the box.</param>
    /// <param name="rounds">Grids: each halves the distance to the minimum.</param>
    /// <returns>The place and the value there.</returns>
    public (double U, double V, double Value) Minimum(
        Func<double, double, double> function, (double U, double V) start, double width, int rounds)
    {
        var best = (start.U, start.V, Value: function(start.U, start.V));
        var stays = false;
        for (var round = 0; round < rounds; round++, width /= 2)
        {
            var centre = best;
            for (var i = -Reach; i <= Reach; i++)
            {
                for (var j = -Reach; j <= Reach; j++)
                {
                    if (IsKnown(i, j, stays)) continue;
                    var x = Math.Clamp(centre.U + width * i * (u.To - u.From) / (2 * Reach), u.From, u.To);
                    var y = Math.Clamp(centre.V + width * j * (v.To - v.From) / (2 * Reach), v.From, v.To);
                    var value = function(x, y);
                    if (value < best.Value) best = (x, y, value);
                }
            }

            stays = best == centre;
        }

        return best;
    }

    /// <summary>The centre is; around a centre that stayed, every other point belonged to the grid before.</summary>
    private static bool IsKnown(int i, int j, bool stays) =>
        (i == 0 && j == 0) || (stays && i % 2 == 0 && j % 2 == 0);
}
