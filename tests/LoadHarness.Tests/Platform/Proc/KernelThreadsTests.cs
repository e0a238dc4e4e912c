using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Platform.Proc;

public sealed class KernelThreadsTests
{
    [Theory]
    [InlineData("48 (kworker/0:1) I 2 0 0 0 -1", true)]
    [InlineData("48 (odd ) name) S 2 0 0 0 -1", true)]
    [InlineData("48 (bash) S 22 48 48 0 -1", false)]
    [InlineData("2 (kthreadd) S 0 0 0 0 -1", false)]
    [InlineData("", false)]
    public void A_kernel_thread_is_known_by_its_parent(string stat, bool expected) =>
        KernelThreads.IsOfKernel(stat).ShouldBe(expected);
}
