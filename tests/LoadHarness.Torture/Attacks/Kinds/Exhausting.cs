using System.Net;
using System.Net.Sockets;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>Asks for what keeps the server busy longest, and as soon as it is answered asks for it again.</summary>
internal sealed class Exhausting : IAttack
{
    /// <inheritdoc/>
    public string Name => "costly questions without end";

    /// <inheritdoc/>
    public bool IsUseWhereOthersWait => true;

    /// <inheritdoc/>
    public bool Fits(Victim victim) => victim.Costly.Length > 0;

    /// <inheritdoc/>
    public Siege Begin(IPEndPoint server, Victim victim, int strength, ulong seed)
    {
        var siege = new Siege();
        if (!Fits(victim)) return siege;
        var askers = Enumerable.Range(0, strength)
            .Select(_ => new Asker(siege.Connect(server), victim.Costly)).ToList();
        siege.Repeat(() =>
        {
            askers.ForEach(asker => asker.GoOn());
            return true;
        });
        return siege;
    }

    private sealed class Asker(Socket? socket, byte[] question)
    {
        private int _asked;

        public void GoOn()
        {
            if (_asked < question.Length) _asked += Math.Max(0, Siege.Send(socket, question.AsSpan(_asked)));
            else if (Siege.Discard(socket) > 0) _asked = 0;
        }
    }
}
