using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Engine.VirtualClients;

namespace LoadHarness.Tests.Engine.VirtualClients;

public sealed class FreeSlotsTests
{
    private const int Clients = 8;

    [Fact]
    public void Whatever_comes_and_goes_the_one_that_is_free_for_longest_is_first() =>
        Prop.ForAll<byte[]>(steps =>
        {
            var slots = Enumerable.Range(0, Clients).Select(Slot).ToArray();
            var (free, expected) = (new FreeSlots(), new List<ClientSlot>());
            for (var i = 0; i < steps.Length; i++)
            {
                var slot = slots[steps[i] % Clients];
                if (steps[i] >= 128 || slot.IsFree)
                {
                    free.Remove(slot);
                    expected.Remove(slot);
                }
                else
                {
                    free.Add(slot, i);
                    expected.Add(slot);
                }

                if (free.Oldest != expected.FirstOrDefault()) return false;
            }

            while (free.Oldest is { } oldest)
            {
                if (expected.Count == 0 || oldest != expected[0]) return false;
                free.Remove(oldest);
                expected.RemoveAt(0);
            }

            return expected.Count == 0;
        }).QuickCheckThrowOnFailure();

    private static ClientSlot Slot(int index) => new(index, new LinePopulation().CreateClient(index));
}
