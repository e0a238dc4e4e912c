using System.Globalization;
using System.Text;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>An input that broke a promise.</summary>
/// <param name="Target">Name of the parser.</param>
/// <param name="Input">The bytes, as they were fed.</param>
/// <param name="Seed">Seed of the session that made it.</param>
/// <param name="Number">Its number in that session, from 0.</param>
/// <param name="Problem">What went wrong.</param>
internal sealed record FuzzFailure(string Target, byte[] Input, ulong Seed, long Number, string Problem)
{
    private const int Shown_bytes = 1024;

    /// <summary>Everything that is needed to do it again.</summary>
    public override string ToString()
    {
        var shown = Input.AsSpan(0, Math.Min(Input.Length, Shown_bytes));
        return new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{Target}, input {Number} of seed {Seed}: {Problem}")
            .AppendLine(CultureInfo.InvariantCulture, $"{Input.Length} bytes: {Convert.ToHexStringLower(shown)}")
            .Append(CultureInfo.InvariantCulture, $"as text: {Encoding.Latin1.GetString(shown)}")
            .ToString();
    }

    /// <summary>Writes the input to a file, to be put into the corpus.</summary>
    /// <returns>The file.</returns>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{Target.Replace('/', '-')}-{Seed}-{Number}.bin");
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, Input);
        return path;
    }
}
