namespace LoadHarness.Servers.Shared;

/// <summary>A connection that is being served, as other threads may treat it.</summary>
internal interface IOpenConnection
{
    /// <summary>When it is to be cut off unless it makes progress.</summary>
    long Deadline { get; }

    /// <summary>Any thread: ends the wait for input, now and later.</summary>
    void StopReading();

    /// <summary>
    /// Any thread: ends the connection with a reset, so that the peer cannot take a part for the whole.
    /// </summary>
    void CutOff();
}
