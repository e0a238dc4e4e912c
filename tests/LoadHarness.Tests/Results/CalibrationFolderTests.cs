using LoadHarness.Results;
using LoadHarness.Results.Columns;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Results;

public sealed class CalibrationFolderTests : IDisposable
{
    private static readonly CertificateRow _row = new()
    {
        Part = "stalls",
        Load = "8 clients",
        Quantity = "mean response",
        Unit = "µs",
        Truth = 1000.5,
        Formula = 1001.25,
        FormulaLow = 990,
        FormulaHigh = 1010,
        Measured = 1020.5,
        Allowed = 100,
        Result = CertificateResult.Disturbed,
        Note = "in words, with a comma",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_certificate_is_read_back_as_it_was_written_also_where_a_comma_is_the_decimal_point()
    {
        var rows = InCulture.WithComma(() =>
        {
            CalibrationFolder.WriteCertificate(_folder.Path, [_row, new() { Part = "a", Quantity = "b" }]);
            return CalibrationFolder.ReadCertificate(_folder.Path);
        });
        rows.ShouldBe([_row, new() { Part = "a", Quantity = "b" }]);
    }

    [Fact]
    public void The_error_is_measured_less_truth_and_chance_explains_it_inside_the_interval()
    {
        _row.Error.ShouldBe(20);
        _row.RelativeError.ShouldBe(20 / 1000.5);
        _row.IsInside.ShouldBe(false);
        (_row with { Measured = 1010 }).IsInside.ShouldBe(true);
        (_row with { FormulaLow = double.NaN }).IsInside.ShouldBeNull();
    }

    [Fact]
    public void The_newest_calibration_is_the_last_that_has_a_certificate()
    {
        CalibrationFolder.Newest(_folder.Path).ShouldBeNull();
        var older = CalibrationFolder.Of(_folder.Path, "20261121T084400Z");
        var newer = CalibrationFolder.Of(_folder.Path, "20261121T094400Z");
        foreach (var folder in new[] { older, newer, CalibrationFolder.Of(_folder.Path, "20261122T000000Z") })
            Directory.CreateDirectory(folder);
        CalibrationFolder.WriteCertificate(newer, [_row]);
        CalibrationFolder.WriteCertificate(older, [_row]);
        CalibrationFolder.Newest(_folder.Path).ShouldBe(newer);
    }

    [Fact]
    public void The_tables_of_a_calibration_have_these_columns()
    {
        string.Join(',', CalibrationTables.ServiceLog.Header)
            .ShouldBe("format,connection,arrival_ns,service_ns,done_ns,left_ns");
        string.Join(',', CalibrationTables.Certificate.Header).ShouldBe(
            "format,part,load,quantity,unit,truth,formula,formula_low,formula_high,measured,allowed,result,note");
    }

    [Fact]
    public void A_log_whose_last_line_is_half_there_is_no_truth()
    {
        var path = _folder.Combine("service-log.csv");
        File.WriteAllText(path, "format,connection,arrival_ns,service_ns,done_ns,left_ns\n1,1,10,5,15,16\n1,1,2");
        Should.Throw<ResultsException>(() => CalibrationFolder.ReadServiceLog(path)).Message.ShouldContain("half");
    }
}
