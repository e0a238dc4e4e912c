using System.Net;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Connects and says nothing.</summary>
internal sealed class SilentCrowd : IAttack
{
    /// <inheritdoc/>
    public string Name => "silent crowd";

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        for (var i = 0; i < strength; i++) siege.Connect(server);
        return siege;
    }
}
