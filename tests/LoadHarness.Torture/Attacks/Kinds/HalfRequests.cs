using System.Net;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Sends half a request and waits.</summary>
internal sealed class HalfRequests : IAttack
{
    /// <inheritdoc/>
    public string Name => "half requests";

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        for (var i = 0; i < strength; i++)
            Siege.Send(siege.Connect(server), victim.Request.AsSpan(0, victim.Request.Length / 2));
        return siege;
    }
}
