using System.Text;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Short ways to say what a reader promises.</summary>
internal static class Promise
{
    /// <summary>A reader that may refuse with one kind of exception, and with a message.</summary>
    public static Func<byte[], string> RefusesBy<TException>(Func<byte[], string> read)
        where TException : Exception =>
        input =>
        {
            try
            {
                return read(input);
            }
            catch (TException refusal)
            {
                Holds(refusal.Message.Length > 0, "a refusal says why");
                return refusal.Message;
            }
        };

    /// <summary>The bytes as text; broken UTF-8 becomes what files and pipes make of it.</summary>
    public static string Text(byte[] input) => Encoding.UTF8.GetString(input);

    /// <summary>Something must be so.</summary>
    public static void Holds(bool condition, string promise)
    {
        if (!condition) throw new BrokenPromiseException($"does not hold: {promise}");
    }

    /// <summary>Bytes of texts, for seeds and words.</summary>
    public static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
