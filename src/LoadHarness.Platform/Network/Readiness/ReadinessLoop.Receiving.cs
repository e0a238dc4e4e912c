namespace LoadHarness.Platform.Network.Readiness;

/// <content>The way of bytes in.</content>
internal abstract partial class ReadinessLoop
{
    private const int SharedInput_bytes = 256 * 1024;

    /// <summary>
    /// Up to this much unconsumed input is copied in front of the new bytes; more stays in a growing buffer of its
    /// connection.
    /// </summary>
    private const int CopiedRest_bytes = 16 * 1024;

    /// <summary>Reads in a row from one connection before the others have their turn.</summary>
    private const int ReadsPerTurn = 4;

    private readonly byte[] _input = GC.AllocateUninitializedArray<byte>(SharedInput_bytes, pinned: true);

    /// <inheritdoc/>
    public void SetReading(LoopConnection connection, bool reading)
    {
        var changed = (ReadinessConnection)connection;
        changed.Repeats |= reading && !changed.Reading && changed.Unconsumed.Length > 0;
        changed.Reading = reading;
        if (reading && (changed.Readable || changed.Repeats) && changed.IsOpen) Queue(changed);
    }

    /// <summary>
    /// Input or the peer's end may be there. What was left before a pause goes first: whoever asks faster than he is
    /// answered would otherwise fill the memory with what he sends between two answers.
    /// </summary>
    /// <param name="connection">From whom.</param>
    /// <param name="mayHaveEnded">True when the system says that the end follows the input that is there.</param>
    protected void OnReadable(ReadinessConnection connection, bool mayHaveEnded)
    {
        for (var reads = 0; reads < ReadsPerTurn; reads++)
        {
            connection.Readable = true;
            if (connection.Ended || !connection.Reading || !connection.IsOpen || connection.Repeats) return;
            connection.Readable = false;
            if (!ReceiveOnce(connection, mayHaveEnded)) return;
        }

        connection.Readable = true;
        if (connection.IsOpen) Queue(connection);
    }

    /// <summary>Passes what was left unconsumed before a pause.</summary>
    private void Repeat(ReadinessConnection connection)
    {
        connection.Repeats = false;
        if (!connection.Reading || connection.Unconsumed.Length == 0) return;
        var consumed = Handler.Received(connection, connection.Unconsumed.Bytes, connection.Ended);
        if (connection.IsOpen && consumed > 0) connection.Unconsumed.Consume(consumed, Pool);
    }

    /// <summary>Bytes that the system put somewhere by itself, or the end.</summary>
    /// <param name="connection">From whom; it is being read.</param>
    /// <param name="bytes">Valid during the call.</param>
    /// <param name="end">Nothing follows.</param>
    protected void OnReceived(ReadinessConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        connection.Ended = end;
        if (connection.Unconsumed.Length == 0)
        {
            PassCopied(connection, bytes, rest: 0);
            return;
        }

        connection.Unconsumed.Append(bytes, Pool);
        PassOwn(connection, received: 0);
    }

    /// <summary>One receive and what the owner makes of it.</summary>
    /// <returns>True when there may be more.</returns>
    private bool ReceiveOnce(ReadinessConnection connection, bool mayHaveEnded)
    {
        var rest = connection.Unconsumed.Length;
        var isCopied = rest <= CopiedRest_bytes;
        if (isCopied && rest > 0) connection.Unconsumed.Bytes.CopyTo(_input);
        var target = isCopied ? _input.AsSpan(rest) : connection.Unconsumed.FreeTail(SharedInput_bytes, Pool);
        var received = connection.Receive(target);
        if (received < 0)
        {
            if (received != Transfer.WouldBlock) Break(connection, Transfer.ErrorOf(received));
            return false;
        }

        connection.Ended = received == 0;
        if (isCopied) PassCopied(connection, _input.AsSpan(0, rest + received), rest);
        else PassOwn(connection, received);
        return received == target.Length || (mayHaveEnded && received > 0);
    }

    private void PassCopied(ReadinessConnection connection, ReadOnlySpan<byte> bytes, int rest)
    {
        var consumed = Handler.Received(connection, bytes, connection.Ended);
        if (!connection.IsOpen) return;
        if (consumed == 0)
        {
            connection.Unconsumed.Append(bytes[rest..], Pool);
            return;
        }

        if (rest > 0) connection.Unconsumed.Clear(Pool);
        connection.Unconsumed.Append(bytes[consumed..], Pool);
    }

    private void PassOwn(ReadinessConnection connection, int received)
    {
        connection.Unconsumed.Commit(received);
        var consumed = Handler.Received(connection, connection.Unconsumed.Bytes, connection.Ended);
        if (connection.IsOpen && consumed > 0) connection.Unconsumed.Consume(consumed, Pool);
    }
}
