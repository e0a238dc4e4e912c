using System.Net;
using System.Net.Sockets;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>
/// Leaves after every number of bytes of a request, or of an answer to a bare connect; also by a reset.
/// </summary>
internal sealed class LeavingAnywhere : IAttack
{
    private const int MostPlaces = 48;

    /// <inheritdoc/>
    public string Name => "leaving at every byte";

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        var at = 0;
        siege.Repeat(() =>
        {
            Leave(siege, server, victim, at, byReset: false);
            Leave(siege, server, victim, at, byReset: true);
            return ++at <= MostPlaces;
        });
        return siege;
    }

    private static void Leave(Siege siege, IPEndPoint server, Victim victim, int at, bool byReset)
    {
        if (siege.Connect(server) is not { } socket) return;
        Siege.Send(socket, victim.Request.AsSpan(0, Math.Min(at, victim.Request.Length)));
        if (victim.Request.Length == 0) socket.Receive(new byte[at], SocketFlags.None, out _);
        if (byReset) siege.Reset(socket);
        else siege.Leave(socket);
    }
}
