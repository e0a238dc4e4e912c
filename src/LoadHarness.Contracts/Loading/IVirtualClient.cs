using System.Buffers;

namespace LoadHarness.Contracts.Loading;

/// <summary>
/// One simulated user, without any input or output of its own: the engine owns the connection, the clock and the
/// record.
/// At most one operation is outstanding. All calls come from one thread; none allocates in steady state.
/// </summary>
public interface IVirtualClient
{
    /// <summary>
    /// Index into the workload's <see cref="Workloads.IWorkload.OperationTypes"/> of the operation begun last.
    /// </summary>
    int OperationType { get; }

    /// <summary>
    /// Begins the next operation: called when it is due and the connection is up
    /// (a fresh one for <see cref="Workloads.ConnectionUse.PerOperation"/>).
    /// </summary>
    /// <param name="purpose">Measured work, or unmeasured preparation.</param>
    /// <param name="request">Where the request goes; may stay empty (a list is asked for by the bare connect).</param>
    /// <returns>
    /// <see cref="ClientNext.Receive"/>, <see cref="ClientNext.Wait"/>, or <see cref="ClientNext.Idle"/> when there is
    /// nothing
    /// (more) to do for this purpose: everything is prepared, or what the measurement draws from is used up.
    /// </returns>
    ClientStep Begin(Purpose purpose, IBufferWriter<byte> request);

    /// <summary>
    /// Bytes of the answer arrived. What is not consumed is passed again, longer, when more arrives.
    /// </summary>
    /// <param name="input">Received and not yet consumed bytes. Valid during the call only.</param>
    /// <param name="end">True when the server has closed its sending side: nothing follows.</param>
    /// <param name="request">Where a further request of the same operation goes.</param>
    ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request);

    /// <summary>The delay asked for with <see cref="ClientNext.Wait"/> is over; the operation goes on.</summary>
    ClientStep Elapsed(IBufferWriter<byte> request);

    /// <summary>
    /// The engine ended the outstanding operation (timeout, reset, end of the level): its effect is unknown.
    /// </summary>
    void Abandoned();
}
