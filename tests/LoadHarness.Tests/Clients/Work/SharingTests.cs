using System.Collections.Concurrent;
using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Work;

public sealed class SharingTests
{
    [Fact]
    public void Every_task_is_done_once()
    {
        var done = new ConcurrentBag<int>();
        Sharing.Do([done.Add, done.Add, done.Add], 3, 1000);
        done.Order().ShouldBe(Enumerable.Range(3, 997));
    }

    [Fact]
    public void A_failure_is_thrown_and_no_more_is_begun()
    {
        var done = 0;
        Should.Throw<InvalidDataException>(() => Sharing.Do([Fail], 0, 1000)).Message.ShouldBe("5");
        done.ShouldBe(5);

        void Fail(int i)
        {
            if (i == 5) throw new InvalidDataException("5");
            done++;
        }
    }
}
