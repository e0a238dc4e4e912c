namespace LoadHarness.Contracts.Workloads;

/// <summary>How an option's text is read.</summary>
public enum OptionKind
{
    /// <summary>A whole number, invariant culture, within the option's range.</summary>
    Integer = 0,

    /// <summary>One of the option's words.</summary>
    Choice = 1,

    /// <summary>Any text, e.g. a folder.</summary>
    Text = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch = 3,
}
