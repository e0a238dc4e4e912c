namespace LoadHarness.Servers.Shared;

/// <summary>A connection that is being served, as other threads may treat it.</summary>
internal interface IOpenConnection
{
    /// <summary>The keeper of time: ends it, in the way that fits, when something takes too long.</summary>
    /// <param name="now">Timestamp of the server's time source.</param>
    void CheckTime(long now);

    /// <summary>Any thread: ends the wait for input, now and later.</summary>
    void StopReading();

    /// <summary>
    /// Any thread: ends the connection with a reset, so that the peer cannot take a part for the whole.
    /// </summary>
    void CutOff();
}
