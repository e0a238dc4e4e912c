using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Mean;

/// <summary>
/// Sends a number, waits, says <c>ready</c>, and takes the answer up to the end of the connection. While others send,
/// an answer can only be held to the range of the numbers; when all is quiet (<see cref="Purpose.Verify"/>) it must be
/// the exact mean of everything sent.
/// </summary>
/// <param name="population">Its population.</param>
/// <param name="index">Its number among all clients.</param>
internal sealed class MeanClient(MeanPopulation population, int index) : IVirtualClient
{
    private const int LongestAnswer = 32;
    private const int LongestNumber = 20;

    /// <summary>
    /// Numbers of clients that were cut off by a level's end may still be on their way: so often is the server asked
    /// before its mean counts as wrong, with <see cref="VerifyPause_us"/> in between: 10 s.
    /// </summary>
    private const int MostAttempts = 100;

    private const long VerifyPause_us = 100_000;

    /// <summary>Number and <c>ready</c> shall not arrive as one piece: servers of others may take that ill.</summary>
    private const long ShortestPause_us = 50_000;

    private const double GoldenSection = 0.6180339887498949;

    private Purpose _purpose;
    private bool _hasPaused;
    private int _attempts;
    private bool _isVerified;

    /// <inheritdoc/>
    public int OperationType => 0;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        _purpose = purpose;
        if (purpose == Purpose.Prepare || (purpose == Purpose.Verify && !MayVerify())) return ClientStep.Idle;
        WriteNumber(population.NextNumber(), request);
        var pause_us = NextPause_us();
        if (pause_us > 0) return new ClientStep(0, ClientNext.Wait, Delay_us: pause_us);
        return Elapsed(request);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request)
    {
        request.Write("ready"u8);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        if (input.Length > LongestAnswer) return ClientStep.Complete(input.Length, Outcome.WrongAnswer);
        if (!end) return ClientStep.Receive();
        var isNumber = double.TryParse(input, NumberStyles.Float, CultureInfo.InvariantCulture, out var mean);
        var isRight = isNumber && (_purpose == Purpose.Verify ? Verify(mean) : IsPossible(mean));
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public void Abandoned()
    {
        // The number is on its way or there already, and counts without an answer as well.
    }

    private static void WriteNumber(long number, IBufferWriter<byte> request)
    {
        _ = Utf8Formatter.TryFormat(number, request.GetSpan(LongestNumber), out var written);
        request.Advance(written);
    }

    /// <summary>
    /// The first pause is a share of the whole one, other for every client, so that answers spread evenly from the
    /// start instead of coming all at once.
    /// </summary>
    private long NextPause_us()
    {
        if (_purpose == Purpose.Verify) return VerifyPause_us;
        if (_hasPaused) return population.Options.Pause_us;
        _hasPaused = true;
        var share = index * GoldenSection;
        var spread_us = (long)(population.Options.Pause_us * (share - Math.Floor(share)));
        return Math.Max(spread_us, Math.Min(population.Options.Pause_us, ShortestPause_us));
    }

    private bool IsPossible(double mean) => Math.Abs(mean) <= population.Options.Largest;

    private bool MayVerify()
    {
        if (_isVerified || _attempts == MostAttempts) return false;
        _attempts++;
        population.Contradiction = "the server gave no answer";
        return true;
    }

    /// <summary>Compares; a server that is not right yet is asked once more.</summary>
    private bool Verify(double mean)
    {
        var expected = population.Sent.Mean;
        _isVerified = mean.Equals(expected);
        population.Contradiction = _isVerified ? null : string.Create(CultureInfo.InvariantCulture,
            $"the mean is {PythonFloat.Repr(mean)}, but the {population.Sent.Count} numbers sent have "
            + $"{PythonFloat.Repr(expected)}");
        return _isVerified || _attempts < MostAttempts;
    }
}
