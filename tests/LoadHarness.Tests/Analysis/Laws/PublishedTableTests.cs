using LoadHarness.Analysis.Laws;

namespace LoadHarness.Tests.Analysis.Laws;

/// <summary>
/// The table and the parameters that the R package usl (Moeding and Gunther, CRAN) prints for its demo data: the SPEC
/// SDM 91 benchmark of a SPARCcenter 2000, fitted by least squares on X.
/// </summary>
public sealed class PublishedTableTests
{
    private static readonly LawPoint[] _specSdm91 =
    [
        new(1, 64.9), new(18, 995.9), new(36, 1652.4), new(72, 1853.2), new(108, 1828.9), new(144, 1775.0),
        new(216, 1702.2),
    ];

    [Fact]
    public void The_published_parameters_come_out_to_the_printed_digits()
    {
        var fit = LawFitter.Fit(LawKind.Universal, _specSdm91, FitScale.Linear);
        var law = fit.Law.ShouldBeOfType<UniversalLaw>();
        Math.Round(law.Contention, 7).ShouldBe(0.0277285);
        Math.Round(law.Coherency, 7).ShouldBe(0.0001044);
        Math.Round(law.PerClient_per_s, 4).ShouldBe(89.9952);
        var residuals = _specSdm91.Select(p => p.Throughput_per_s - law.Throughput_per_s(p.Clients)).Order().ToList();
        Math.Round(residuals[0], 1).ShouldBe(-81.7);
        Math.Round(residuals[3], 1).ShouldBe(-25.1);
        Math.Round(residuals[^1], 1).ShouldBe(111.1);
    }

    [Fact]
    public void The_peak_lies_where_the_formula_puts_it()
    {
        var law = LawFitter.Fit(LawKind.Universal, _specSdm91, FitScale.Linear).Law;
        law.KneeClients.ShouldBe(96.5, 0.05);
        law.Throughput_per_s(law.KneeClients).ShouldBe(law.Ceiling_per_s, 1e-9);
        law.Throughput_per_s(law.KneeClients - 1).ShouldBeLessThan(law.Ceiling_per_s);
        law.Throughput_per_s(law.KneeClients + 1).ShouldBeLessThan(law.Ceiling_per_s);
    }
}
