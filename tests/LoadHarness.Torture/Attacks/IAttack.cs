using System.Net;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks;

/// <summary>One way to treat a server badly, whatever its model and whatever it serves.</summary>
internal interface IAttack
{
    /// <summary>A few words for the table.</summary>
    string Name { get; }

    /// <summary>True when there is something to it with this service.</summary>
    bool Fits(Victim victim) => true;

    /// <summary>
    /// True for what is ordinary use where connections wait for one another: whoever goes on asking is served on.
    /// </summary>
    bool IsUseWhereOthersWait => false;

    /// <summary>
    /// True for what is ordinary use of this service, only more of it than it can do: whoever comes waits for his turn.
    /// </summary>
    bool IsUse(Victim victim) => false;

    /// <summary>Connections that take part at once where so many can be attacked with.</summary>
    int Connections(Victim victim, int strength) => strength;

    /// <summary>Begins it: what follows in the background goes on until the siege is lifted.</summary>
    /// <param name="server">Whom.</param>
    /// <param name="victim">What it serves.</param>
    /// <param name="strength">Number of connections that take part at once.</param>
    /// <param name="seed">Seed of all that is drawn.</param>
    Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed);
}
