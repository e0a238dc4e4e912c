using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Work;

public sealed class WorkRunnerTests
{
    private static readonly byte[][] _tasks = [.. Enumerable.Range(1, 50).Select(i => new[] { (byte)i })];

    [Fact]
    public void Little_work_is_done_in_this_process_and_told_so()
    {
        var report = Runner().AtOnce(new DoublingJob(), _tasks);
        ShouldBeDone(report);
        report.StartUp_s.ShouldBe(0);
        report.Manner.ShouldMatch(@"^threads of this process: 1 \(\d+\.\d\d s of work gains nothing from worker");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Work_that_ends_while_it_is_timed_was_done_one_after_the_other(int tasks) =>
        Runner().AtOnce(new DoublingJob(), _tasks[..tasks]).Manner.ShouldMatch(
            @"^one after the other \(\d+\.\d\d s of work gains nothing from worker processes\)$");

    [Fact]
    public void Work_done_in_turn_gives_the_same_results() =>
        ShouldBeDone(WorkRunner.InTurn(new DoublingJob(), _tasks));

    [Fact]
    public void Asked_for_processes_are_started_however_little_the_work()
    {
        var started = 0;
        var runner = new WorkRunner(
            (job, count) =>
            {
                started = count;
                throw new WorkException(job.Name);
            },
            workers: 1,
            alwaysProcesses: true);
        Should.Throw<WorkException>(() => runner.AtOnce(new DoublingJob(), _tasks)).Message.ShouldBe("doubling");
        started.ShouldBe(1);
    }

    [Fact]
    public void No_tasks_need_nobody() =>
        Runner().AtOnce(new DoublingJob(), []).Results.ShouldBeEmpty();

    [Fact]
    public void A_failed_task_is_told_wherever_it_is_done()
    {
        byte[][] tasks = [[1], [], [2]];
        Should.Throw<WorkException>(() => WorkRunner.InTurn(new DoublingJob(), tasks))
            .Message.ShouldBe("nothing to double");
        Should.Throw<WorkException>(() => Runner().AtOnce(new DoublingJob(), tasks))
            .Message.ShouldBe("nothing to double");
        Should.Throw<WorkException>(() => Runner().AtOnce(new DoublingJob(), tasks, sequential_s: 0.1))
            .Message.ShouldBe("nothing to double");
    }

    [Fact]
    public void More_workers_than_cores_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => new WorkRunner((_, _) => null!, Environment.ProcessorCount + 1));

    private static WorkRunner Runner() =>
        new((_, _) => throw new InvalidOperationException("no worker processes for so little work"), workers: 1);

    private static void ShouldBeDone(WorkReport report) =>
        report.Results.ShouldBe(_tasks.Select(task => new[] { task[0], task[0] }));
}
