using System.IO.Pipes;
using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Work;

public sealed class WorkerTests : IDisposable
{
    private readonly AnonymousPipeServerStream _toWorker = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromWorker = new(PipeDirection.In);
    private readonly Stream _workerInput;
    private readonly Stream _workerOutput;
    private readonly Worker _worker;

    public WorkerTests()
    {
        _workerInput = new AnonymousPipeClientStream(PipeDirection.In, _toWorker.ClientSafePipeHandle);
        _workerOutput = new AnonymousPipeClientStream(PipeDirection.Out, _fromWorker.ClientSafePipeHandle);
        _worker = new Worker(_toWorker, _fromWorker, () => "it fell over");
    }

    public void Dispose()
    {
        _workerInput.Dispose();
        _workerOutput.Dispose();
        _toWorker.Dispose();
        _fromWorker.Dispose();
    }

    [Fact]
    public async Task It_does_task_after_task_until_its_pipe_closes()
    {
        var loop = Task.Run(() => WorkerLoop.Run(new DoublingJob(), _workerInput, _workerOutput));
        _worker.AwaitReady();
        _worker.Do([1, 2]).ShouldBe([1, 2, 1, 2]);
        var large = new byte[1_000_000];
        _worker.Do(large).Length.ShouldBe(2 * large.Length);
        await _toWorker.DisposeAsync();
        await loop.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_task_that_fails_is_told_and_the_next_one_is_done()
    {
        var loop = Task.Run(() => WorkerLoop.Run(new DoublingJob(), _workerInput, _workerOutput));
        _worker.AwaitReady();
        Should.Throw<WorkException>(() => _worker.Do([])).Message.ShouldBe("nothing to double");
        _worker.Do([3]).ShouldBe([3, 3]);
        await _toWorker.DisposeAsync();
        await loop.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_worker_that_ends_before_it_is_ready_is_told()
    {
        _workerOutput.Dispose();
        Should.Throw<WorkException>(_worker.AwaitReady).Message.ShouldBe("it fell over");
    }

    [Fact]
    public void A_worker_that_ends_in_the_middle_of_a_result_is_told()
    {
        _workerOutput.Write([(byte)FrameKind.Result, 100, 0, 0, 0, 1, 2, 3]);
        _workerOutput.Dispose();
        Should.Throw<WorkException>(() => _worker.Do([1])).Message.ShouldBe("it fell over");
    }

    [Fact]
    public void A_worker_that_is_gone_before_its_task_is_told()
    {
        _workerInput.Dispose();
        _workerOutput.Dispose();
        Should.Throw<WorkException>(() => _worker.Do([1])).Message.ShouldBe("it fell over");
    }
}
