using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Engine.Recording;

namespace LoadHarness.Tests.Engine.Recording;

public sealed class OutstandingTimeTests
{
    [Fact]
    public void Cuts_at_any_moment_add_up_to_the_lengths_of_the_operations() =>
        Prop.ForAll<byte[]>(steps =>
        {
            var time = new OutstandingTime();
            var open = new Queue<long>();
            long now_ns = 1_000_000_000_000, cut_ns = 0, expected_ns = 0;
            time.Cut_ns(now_ns);
            foreach (var step in steps)
            {
                now_ns += step;
                if (step % 3 == 0)
                {
                    time.Begin(now_ns);
                    open.Enqueue(now_ns);
                }
                else if (step % 3 == 1)
                {
                    cut_ns += time.Cut_ns(now_ns);
                }
                else if (open.TryDequeue(out var begun_ns))
                {
                    time.End(now_ns);
                    expected_ns += now_ns - begun_ns;
                }
            }

            expected_ns += open.Sum(begun_ns => now_ns - begun_ns);
            return cut_ns + time.Cut_ns(now_ns) == expected_ns;
        }).QuickCheckThrowOnFailure();
}
