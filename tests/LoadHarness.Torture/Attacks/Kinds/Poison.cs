using System.Net;
using System.Net.Sockets;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>
/// Sends what is made to hurt this one protocol: lengths that lie, depth, size, patterns that explode, headers without
/// end. Then waits for what comes of it.
/// </summary>
internal sealed class Poison : IAttack
{
    /// <inheritdoc/>
    public string Name => "made to hurt";

    /// <inheritdoc/>
    public bool Fits(Victim victim) => victim.Poisons.Count > 0;

    /// <summary>Each poison needs one.</summary>
    public int Connections(Victim victim, int strength) => Math.Max(strength, victim.Poisons.Count);

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        if (!Fits(victim)) return siege;
        var poisons = victim.Poisons;
        var senders = Enumerable.Range(0, Connections(victim, strength))
            .Select(i => new Rest(siege.Connect(server), poisons[i % poisons.Count])).ToList();
        siege.Repeat(() =>
        {
            senders.ForEach(sender => sender.Send());
            return true;
        });
        return siege;
    }

    private sealed class Rest(Socket? socket, byte[] bytes)
    {
        private int _at;

        public void Send() => _at += Math.Max(0, Siege.Send(socket, bytes.AsSpan(_at)));
    }
}
