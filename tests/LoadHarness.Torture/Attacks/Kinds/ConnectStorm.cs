using System.Net;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Connects and leaves at once, again and again; every second time by a reset.</summary>
internal sealed class ConnectStorm : IAttack
{
    private const int PerRound = 5;

    /// <inheritdoc/>
    public string Name => "connects and disconnects";

    /// <summary>Where a bare connect is the request, all who connected before are served first.</summary>
    public bool IsUse(Victim victim) => victim.Request.Length == 0;

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        siege.Repeat(() =>
        {
            for (var i = 0; i < strength * PerRound; i++)
            {
                if (siege.Connect(server) is not { } socket) continue;
                if (i % 2 == 0) siege.Reset(socket);
                else siege.Leave(socket);
            }

            return true;
        });
        return siege;
    }
}
