using System.Net;
using LoadHarness.Contracts.Randomness;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Sends bytes drawn at random, and connects again when the server has had enough.</summary>
internal sealed class Noise : IAttack
{
    private const int Most_bytes = 2048;

    /// <inheritdoc/>
    public string Name => "binary noise";

    /// <inheritdoc/>
    public bool IsUse(Victim victim) => victim.TakesEveryByte;

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        var place = 0UL;
        var sockets = Enumerable.Range(0, strength).Select(_ => siege.Connect(server)).ToList();
        siege.Repeat(() =>
        {
            for (var i = 0; i < sockets.Count; i++)
            {
                if (Siege.Send(sockets[i], Draw(seed, ref place)) >= 0) continue;
                if (sockets[i] is { } ended) siege.Leave(ended);
                sockets[i] = siege.Connect(server);
            }

            return true;
        });
        return siege;
    }

    private static byte[] Draw(ulong seed, ref ulong place)
    {
        var bytes = new byte[1 + (int)(SplitMix64.At(seed, place++) % Most_bytes)];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)SplitMix64.At(seed, place++);
        return bytes;
    }
}
