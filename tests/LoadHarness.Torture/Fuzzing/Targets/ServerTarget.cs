using LoadHarness.Contracts.Serving;
using LoadHarness.Torture.Fuzzing.Playing;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>
/// The server side of a protocol. Promise: no handler throws, none waits for itself, and it answers the same however
/// the bytes arrive.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="make">Makes the service anew, always in the same state.</param>
internal sealed class ServerTarget(string name, Func<IEventSink, IService> make) : FuzzTarget(name)
{
    /// <summary>First bytes that arrive together.</summary>
    public int Together_bytes { get; init; }

    /// <inheritdoc/>
    public override FuzzOutcome Run(byte[] input, FuzzRandom random) => Feeding.Compare(
        input, random, Together_bytes, (bytes, feeding) => ServerPlay.Run(make, bytes, feeding));
}
