using System.Text;

namespace LoadHarness.Torture.Linear;

/// <summary>What a faulty table remembers for its mistakes; all connections share it, one at a time.</summary>
/// <param name="fault">The kind of mistake.</param>
internal sealed class FaultyAnswers(TableFault fault)
{
    private const int Every = 100;

    private readonly Dictionary<string, byte[]> _found = new(StringComparer.Ordinal);
    private byte[]? _inserted;
    private int _chances;

    /// <summary>Mistakes so far.</summary>
    public int Mistakes { get; private set; }

    /// <summary>The wrong answer to a request that is not to be executed; null for none.</summary>
    public byte[]? Wrong(string request)
    {
        var answer = fault switch
        {
            TableFault.StaleReads when Is(request, "lookup") => _found.GetValueOrDefault(request),
            TableFault.LostUpdates when Is(request, "insert") => _inserted,
            _ => null,
        };
        return answer is not null && IsTime() ? answer : null;
    }

    /// <summary>What is executed in place of a request: a lookup answers like a remove and takes nothing.</summary>
    public byte[] Executed(string request) => Encoding.UTF8.GetBytes(
        fault == TableFault.RemovesUndone && Is(request, "remove") && IsTime()
            ? request.Replace("\"remove\"", "\"lookup\"", StringComparison.Ordinal)
            : request);

    /// <summary>Remembers a true answer.</summary>
    public void Remember(string request, ReadOnlySpan<byte> answer)
    {
        if (fault == TableFault.LostUpdates && Is(request, "insert")) _inserted ??= answer.ToArray();
        if (fault == TableFault.StaleReads && Is(request, "lookup")) _found[request] = answer.ToArray();
    }

    private static bool Is(string request, string method) =>
        request.Contains($"\"{method}\"", StringComparison.Ordinal);

    private bool IsTime()
    {
        if (++_chances % Every != 0) return false;
        Mistakes++;
        return true;
    }
}
