using System.Buffers.Binary;
using System.Buffers.Text;
using LoadHarness.Clients.Work;

namespace LoadHarness.Clients.Primes;

/// <summary>
/// The job of finding primes: a task is a range of numbers, its result the primes as text, one per line.
/// </summary>
public sealed class PrimeChunkJob : IJob
{
    private const int TaskLength = 9;
    private const int LongestLine = 11;

    /// <inheritdoc/>
    public string Name => "primes";

    /// <summary>Makes a task.</summary>
    /// <param name="first">First number of the range.</param>
    /// <param name="last">Last number of the range.</param>
    /// <param name="naive">True tries all divisors below a number.</param>
    public static byte[] Task(int first, int last, bool naive)
    {
        var task = new byte[TaskLength];
        BinaryPrimitives.WriteInt32LittleEndian(task, first);
        BinaryPrimitives.WriteInt32LittleEndian(task.AsSpan(4), last);
        task[^1] = naive ? (byte)1 : (byte)0;
        return task;
    }

    /// <inheritdoc/>
    public byte[] Do(byte[] task)
    {
        var first = BinaryPrimitives.ReadUInt32LittleEndian(task);
        var last = BinaryPrimitives.ReadUInt32LittleEndian(task.AsSpan(4));
        Predicate<uint> isPrime = task[^1] == 0 ? TrialDivision.IsPrime : TrialDivision.IsPrimeNaively;
        using var text = new MemoryStream();
        Span<byte> line = stackalloc byte[LongestLine];
        for (var number = first; number <= last; number++)
        {
            if (!isPrime(number)) continue;
            Utf8Formatter.TryFormat(number, line, out var length);
            line[length] = (byte)'\n';
            text.Write(line[..(length + 1)]);
        }

        return text.ToArray();
    }
}
