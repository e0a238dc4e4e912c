using System.Net;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Asks for as much as the server takes requests for, and reads no answer.</summary>
internal sealed class NeverReading : IAttack
{
    private const int SmallBuffer_bytes = 4096;
    private const int MostSent_bytes = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public string Name => "never reading";

    /// <inheritdoc/>
    public bool IsUse(Victim victim) => victim.TakesEveryByte;

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        var flood = Flood(victim.Large);
        var sockets = Enumerable.Range(0, strength)
            .Select(_ => (Socket: siege.Connect(server, SmallBuffer_bytes), Sent: new long[1])).ToList();
        siege.Repeat(() =>
        {
            foreach (var (socket, sent) in sockets)
            {
                if (flood.Length == 0 || sent[0] > MostSent_bytes) continue;
                // Whole requests, however the system cuts them.
                var at = (int)(sent[0] % flood.Length);
                sent[0] += Math.Max(0, Siege.Send(socket, flood.AsSpan(at)));
            }

            return true;
        });
        return siege;
    }

    private static byte[] Flood(byte[] request)
    {
        const int Wanted_bytes = 16 * 1024;
        if (request.Length == 0) return [];
        return [.. Enumerable.Repeat(request, 1 + (Wanted_bytes / request.Length)).SelectMany(bytes => bytes)];
    }
}
