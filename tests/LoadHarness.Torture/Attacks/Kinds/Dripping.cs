using System.Net;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Sends a request one byte at a time that never comes to its end.</summary>
internal sealed class Dripping : IAttack
{
    /// <inheritdoc/>
    public string Name => "one byte at a time";

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        var sockets = Enumerable.Range(0, strength).Select(_ => siege.Connect(server)).ToList();
        var at = 0;
        siege.Repeat(() =>
        {
            var next = ByteAt(victim, at++);
            foreach (var socket in sockets) Siege.Send(socket, next);
            return true;
        });
        return siege;
    }

    private static ReadOnlySpan<byte> ByteAt(Victim victim, int at) =>
        at < victim.Endless.Length ? victim.Endless.AsSpan(at, 1) : victim.Filler;
}
