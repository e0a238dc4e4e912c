namespace LoadHarness.Torture;

/// <summary>One line of the table at the end.</summary>
/// <param name="What">What was counted or measured, in words.</param>
/// <param name="Value">The figure with its unit, formatted invariantly.</param>
/// <param name="Promise">What it had to be, or empty where nothing is promised.</param>
/// <param name="Held">False if the promise was broken.</param>
internal sealed record TortureFigure(string What, string Value, string Promise = "", bool Held = true);
