namespace LoadHarness.Benchmarks.Tools;

/// <summary>Something that loads a server.</summary>
internal interface ILoadTool
{
    /// <summary>What it is called in tables.</summary>
    string Name { get; }

    /// <summary>Loads the server and has the span in the middle of it measured.</summary>
    /// <param name="task">What to do.</param>
    /// <param name="meter">Measures the span.</param>
    /// <returns>What the tool says itself; null when it ended before the span was over.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message says how.</exception>
    ToolReport? Load(ToolTask task, SpanMeter meter);
}
