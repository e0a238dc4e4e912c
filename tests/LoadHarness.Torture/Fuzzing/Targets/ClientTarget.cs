using LoadHarness.Contracts.Loading;
using LoadHarness.Torture.Fuzzing.Playing;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>
/// The client side of a protocol. Promise: no answer makes a virtual client throw, it judges the same however the bytes
/// arrive, and it can go on afterwards.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="make">Makes the client anew, always in the same state.</param>
/// <param name="purpose">What it does.</param>
internal sealed class ClientTarget(string name, Func<IVirtualClient> make, Purpose purpose) : FuzzTarget(name)
{
    /// <inheritdoc/>
    public override FuzzOutcome Run(byte[] input, FuzzRandom random) => Feeding.Compare(
        input, random, 0, (bytes, feeding) => ClientPlay.Run(make(), purpose, bytes, feeding));
}
