using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words the costs that go with a difference between models.</summary>
internal static class CostWords
{
    /// <summary>What a model, or several, have against another one, without the subject.</summary>
    /// <param name="cost">Name of the cost with its unit.</param>
    /// <param name="lowest">Its lowest value.</param>
    /// <param name="highest">Its highest value; the same for a single model.</param>
    /// <param name="other">The value of the one compared with.</param>
    /// <param name="isPlural">Whether the subject is several models.</param>
    public static string Say(string cost, double lowest, double highest, double other, bool isPlural)
    {
        var (low, high) = (Value(cost, lowest), Value(cost, highest));
        var value = string.Equals(low, high, StringComparison.Ordinal) ? low : $"{low} to {high}";
        return $"{Fact(cost, value, isPlural)} instead of {Value(cost, other)}";
    }

    private static string Fact(string cost, string value, bool isPlural) => cost switch
    {
        "cpu_per_operation_us" => $"{(isPlural ? "use" : "uses")} {value} of CPU time per operation",
        "voluntary_switches_per_operation" =>
            $"{(isPlural ? "wait (switch context)" : "waits (switches context)")} {value} per operation",
        "involuntary_switches_per_operation" =>
            $"{(isPlural ? "are pushed off their CPU" : "is pushed off its CPU")} {value} per operation",
        "flushes_per_operation" => $"{(isPlural ? "flush" : "flushes")} the log {value} per operation",
        "sut_cpu_share" => $"{(isPlural ? "use" : "uses")} {value} of {(isPlural ? "their" : "its")} CPU",
        _ => $"{(isPlural ? "have" : "has")} {cost} {value}",
    };

    private static string Value(string cost, double value) => cost switch
    {
        "cpu_per_operation_us" => Words.Time(value),
        "sut_cpu_share" => Words.Share(value),
        _ => NumberText.Digits(value, 2) + " times",
    };
}
