using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Experiments;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>What every model keeps, of the one that needs real processes.</summary>
public sealed class PreforkTests
{
    private const int Workers = 3;
    private static readonly string[] _arguments = ["number-list", "--model", "prefork", "--port", "0", "--count", "10"];

    [LinuxFact]
    public void Every_connection_is_answered_whole_and_all_workers_take_some()
    {
        var program = ProgramCommand.Of(typeof(ExitCode).Assembly);
        using var launcher = new ProcessLauncher(program);
        using var child = launcher.Start(new LaunchRequest
        {
            Command = [.. program, "serve", .. _arguments, "--workers", "3", "--quiet"],
            ControlOption = "--control",
        });
        var endpoint = child.Control!.WaitReady(ServeProcess.Bound).ShouldNotBeNull();
        for (var i = 0; i < 100; i++) Download(endpoint).Split(',').Length.ShouldBe(10);

        var told = child.Control.Sample(ServeProcess.Bound).ShouldNotBeNull();

        told.Operations.ShouldBe(100);
        told.Accepted.ShouldBe(100);
        var sampler = new ProcessTreeSampler(child.Id);
        ProcessTree.Of(child.Id).Count.ShouldBe(1 + Workers);
        sampler.Sample().Threads.ShouldBe(ProcessTree.Of(child.Id).Sum(id => new ProcessSampler(id).Sample().Threads));
        sampler.Cpu_ns().ShouldBeGreaterThan(new ProcessSampler(child.Id).Cpu_ns());
        ProcessTree.Of(child.Id).Skip(1).ShouldAllBe(id => new ProcessSampler(id).Cpu_ns() > 0);
        child.Stop(ServeProcess.Bound).ShouldBeTrue();
        child.ExitCode.ShouldBe(0);
    }

    [LinuxFact]
    public void What_workers_print_is_printed_once_and_the_address_first()
    {
        using var server = Start();
        Download(server.Endpoint);
        Download(server.Endpoint);
        server.AwaitOutput(line => line.StartsWith("Sent a file to ('127.0.0.1', ", StringComparison.Ordinal));
        server.Terminate();
        server.AwaitExit().ShouldBe(0);
        server.Output().Count(line => line.StartsWith("Listening", StringComparison.Ordinal)).ShouldBe(1);
        server.Output().Count(line => line.StartsWith("Sent a file", StringComparison.Ordinal)).ShouldBe(2);
        server.Errors.ShouldBeEmpty();
    }

    [LinuxTheory]
    [InlineData("prefork")]
    [InlineData("select")]
    [InlineData("epoll")]
    public void Its_port_is_refused_to_every_other_server(string model)
    {
        using var first = Start();
        RefusesPort(first, model);
        Download(first.Endpoint).Split(',').Length.ShouldBe(10);
    }

    [LinuxFact]
    public void The_port_of_another_server_is_refused_to_it()
    {
        using var first = ServeProcess.Start("number-list", "--model", "select", "--port", "0");
        RefusesPort(first, "prefork");
    }

    [LinuxFact]
    public void It_stops_with_clients_that_wait_or_never_read_and_leaves_no_process_and_a_free_port()
    {
        // Far more than the kernel takes for a client that does not read.
        const int Count = 2_000_000;
        string[] arguments =
            ["number-list", "--model", "prefork", "--workers", Number(Workers), "--count", Number(Count), "--port"];
        int port;
        using (var server = ServeProcess.Start([.. arguments, "0"]))
        {
            var workers = ProcessTree.Of(server.Id).Skip(1).ToList();
            workers.Count.ShouldBe(Workers);
            var deaf = Enumerable.Range(0, 8).Select(_ => Deaf(server.Endpoint)).ToList();
            Download(server.Endpoint).Split(',').Length.ShouldBe(Count);
            port = server.Endpoint.Port;
            server.Terminate();
            server.AwaitExit().ShouldBe(0);
            workers.ShouldAllBe(id => !Directory.Exists($"/proc/{Number(id)}"));
            foreach (var client in deaf) Should.Throw<IOException>(() => ReadToEnd(client), "a part looked whole");
        }

        using var next = ServeProcess.Start([.. arguments, Number(port)]);
        Download(next.Endpoint).Split(',').Length.ShouldBe(Count);
    }

    [LinuxTheory]
    [InlineData(ProcessSignals.TerminateSignal, "exit code 0")]
    [InlineData(ProcessSignals.KillSignal, "signal 9")]
    public void A_worker_that_dies_ends_the_server_with_a_line_that_says_so(int signal, string how)
    {
        using var server = Start();
        var workers = ProcessTree.Of(server.Id).Skip(1).ToList();
        ProcessSignals.Send(workers[1], signal);
        server.AwaitExit().ShouldBe((int)ExitCode.SutFailed);
        server.Errors.TrimEnd('\n').ShouldBe(
            $"prefork: worker 2 of 3 ended by itself: process {Number(workers[1])}, {how}");
        workers.ShouldAllBe(id => !Directory.Exists($"/proc/{Number(id)}"));
    }

    [LinuxFact]
    public void No_worker_outlives_a_killed_parent()
    {
        using var server = Start();
        var workers = ProcessTree.Of(server.Id).Skip(1).ToList();
        server.Kill();
        Eventually.Seen(
            () => workers.FindAll(id => Directory.Exists($"/proc/{Number(id)}")), left => left.Count == 0,
            "no worker is left");
    }

    [Fact]
    public void A_service_whose_connections_share_state_is_refused_with_the_reason()
    {
        var (code, errors) = ServeProcess.RunToEnd("hashtable", "--model", "prefork", "--data", "none");
        code.ShouldBe((int)ExitCode.UsageError);
        errors.TrimEnd('\n').ShouldBe("--model: prefork cannot serve hashtable: its connections share state, which "
            + "lives in one process, and prefork spreads connections over several");
    }

    private static ServeProcess Start() => ServeProcess.Start([.. _arguments, "--workers", Number(Workers)]);

    private static void RefusesPort(ServeProcess owner, string model)
    {
        var port = Number(owner.Endpoint.Port);
        var (code, errors) = ServeProcess.RunToEnd("number-list", "--model", model, "--port", port);
        code.ShouldBe((int)ExitCode.PortInUse, errors);
        errors.ShouldContain($"127.0.0.1:{port}: the port is in use");
        errors.TrimEnd('\n').ShouldNotContain('\n');
    }

    private static TcpClient Deaf(IPEndPoint server)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        client.Connect(server);
        Eventually.True(() => client.Available > 0, "an answer begins");
        return client;
    }

    private static string Download(IPEndPoint server)
    {
        using var client = new TcpClient();
        client.Connect(server);
        return ReadToEnd(client);
    }

    private static string ReadToEnd(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return reader.ReadToEnd();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
