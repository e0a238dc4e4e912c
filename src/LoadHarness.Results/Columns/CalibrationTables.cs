using C = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.CertificateRow>;
using S = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.ServiceLogRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The tables of a calibration: what the server saw, and what became of the harness's numbers.</summary>
public static class CalibrationTables
{
    /// <summary>service-log.csv, written by the calibration service.</summary>
    public static Table<ServiceLogRow> ServiceLog { get; } = new(
        "service-log.csv",
        default,
        [
            S.Whole("connection", "", "Number of the request's connection, from 1", Combine.Key,
                r => r.Connection, (r, v) => r with { Connection = v }),
            S.Whole("arrival_ns", "ns", "When the server saw it", Combine.Key,
                r => r.Arrival_ns, (r, v) => r with { Arrival_ns = v }),
            S.Whole("service_ns", "ns", "Service time as drawn", Combine.Sum,
                r => r.Service_ns, (r, v) => r with { Service_ns = v }),
            S.Whole("done_ns", "ns", "When it was to be done", Combine.Key,
                r => r.Done_ns, (r, v) => r with { Done_ns = v }),
            S.Whole("left_ns", "ns", "When its answer left; -1 when it never did", Combine.Key,
                r => r.Left_ns, (r, v) => r with { Left_ns = v }),
        ]);

    /// <summary>certificate.csv.</summary>
    public static Table<CertificateRow> Certificate { get; } = new(
        "certificate.csv",
        new CertificateRow { Part = "", Quantity = "" },
        [
            C.Text("part", "Which server and load", Combine.Key, r => r.Part, (r, v) => r with { Part = v }),
            C.Text("load", "Level, empty for the whole part", Combine.Key,
                r => r.Load, (r, v) => r with { Load = v }),
            C.Text("quantity", "What was measured", Combine.Key,
                r => r.Quantity, (r, v) => r with { Quantity = v }),
            C.Text("unit", "Unit of the numbers of this row", Combine.Key, r => r.Unit, (r, v) => r with { Unit = v }),
            C.Number("truth", "", "Replayed on the very arrivals and service times", Combine.Latest, "#,0.###",
                r => r.Truth, (r, v) => r with { Truth = v }),
            C.Number("formula", "", "What the closed formula says", Combine.Latest, "#,0.###",
                r => r.Formula, (r, v) => r with { Formula = v }),
            C.Number("formula_low", "", "Lower end of its 95 % sampling interval", Combine.Latest, "#,0.###",
                r => r.FormulaLow, (r, v) => r with { FormulaLow = v }),
            C.Number("formula_high", "", "Upper end of its 95 % sampling interval", Combine.Latest, "#,0.###",
                r => r.FormulaHigh, (r, v) => r with { FormulaHigh = v }),
            C.Number("measured", "", "What the harness measured", Combine.Latest, "#,0.###",
                r => r.Measured, (r, v) => r with { Measured = v }),
            C.Number("allowed", "", "Largest error allowed", Combine.Latest, "#,0.###",
                r => r.Allowed, (r, v) => r with { Allowed = v }),
            C.Choice("result", "within, missed, disturbed, unknown or shown (no goal)", Combine.Latest,
                r => r.Result, (r, v) => r with { Result = v }),
            C.Text("note", "Words where numbers do not say it", Combine.Latest,
                r => r.Note, (r, v) => r with { Note = v }),
        ]);
}
