namespace LoadHarness.Torture.Fuzzing.Corpora;

/// <summary>An input that is kept with the code.</summary>
/// <param name="Target">The parser that it is for.</param>
/// <param name="Name">What it is, or once did.</param>
/// <param name="Input">The bytes.</param>
internal sealed record StoredInput(string Target, string Name, byte[] Input);
