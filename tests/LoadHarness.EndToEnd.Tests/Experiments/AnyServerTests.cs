using System.Globalization;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Servers of others as systems under test: started by a command, or running already.</summary>
public sealed class AnyServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PeerFact("redis-server")]
    public void A_redis_that_a_command_starts_is_measured_like_a_server_of_ours()
    {
        var run = Measure("""
            name: redis
            command: redis-server --port {port} --bind 127.0.0.1 --save "" --appendonly no --dir {data}
            ready: Ready to accept connections
            """, ExitCode.Success, repetitions: 2);

        run.Manifest.Commands.ShouldHaveSingleItem().CommandLine.ShouldStartWith("redis-server --port {port}");
        run.Manifest.IsSutSampled.ShouldBeTrue();
        run.Levels.Select(level => level.Key.Repetition).Distinct().ShouldBe([0, 1], ignoreOrder: true);
        run.Levels.ShouldAllBe(level => level.Key.Model == "redis" && level.Operations > 0 && level.WrongAnswers == 0);
        var used = run.Resources.Where(row => string.Equals(row.Process, "sut", StringComparison.Ordinal)).ToList();
        used.Count.ShouldBe(run.Levels.Count);
        used.ShouldAllBe(row => row.SystemCpu_s + row.UserCpu_s > 0 && row.Rss_bytes > 0);
        Directory.Exists(Path.Combine(run.Folder, "data")).ShouldBeFalse();
    }

    [PeerFact("redis-server")]
    public async Task A_redis_that_runs_already_is_measured_by_its_answers_alone_and_the_report_says_so()
    {
        await using var redis = await RedisServer.StartAsync();
        var report = Path.Combine(_folder.Path, "report");

        var ended = ProgramRun.Of(
            "run", "--target", redis.Endpoint.ToString(), "--workload", "resp", "--stages", "get", "--max-clients",
            "2", "--profile", "smoke", "--results", _folder.Path, "--report", "--report-folder", report);

        ended.ExitCode.ShouldBe(ExitCode.Success, ended.Errors);
        var run = RunReader.Read(Directory.GetDirectories(Path.Combine(_folder.Path, "resp-quick")).Single());
        run.Levels.ShouldNotBeEmpty();
        run.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0);
        run.Resources.ShouldAllBe(row => row.Process == "generator");
        (await File.ReadAllTextAsync(Path.Combine(report, "REPORT.md")))
            .ShouldContain($"`{redis.Endpoint}` was running already");
        redis.IsRunning.ShouldBeTrue();
    }

    [PeerFact("nginx", "sed")]
    public void An_nginx_answers_get_and_post_by_length_and_by_chunks()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "page.html"), "<!--# echo var='none' default='some text' -->\n");
        File.WriteAllText(Path.Combine(_folder.Path, "nginx.conf"), $$"""
            daemon off; user root; worker_processes 1; pid nginx.pid; error_log stderr; events { }
            http {
              access_log off; keepalive_requests 1000000000; client_body_temp_path body; proxy_temp_path proxy;
              fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi; types { text/html html; }
              server {
                listen 127.0.0.1:PORT;
                location / { return 200 "hello"; }
                location = /page.html { root {{_folder.Path}}; ssi on; }
              }
            }
            """);
        var server = $$"""
            name: nginx
            command: [sh, -c, 'sed s/PORT/{port}/ nginx.conf > {data}/nginx.conf && exec nginx -p {data} -c nginx.conf']
            folder: {{_folder.Path}}
            """;

        var plain = Measure(server, ExitCode.Success, "http, response-bytes: 5", stages: "get, post");
        plain.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0 && level.Resets == 0);
        Directory.Delete(Path.GetDirectoryName(plain.Folder)!, recursive: true);

        var chunked = Measure(server, ExitCode.Success, "http, path: /page.html, response-bytes: 10");
        chunked.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0 && level.Resets == 0);
    }

    [PeerFact("memcached")]
    public void A_memcached_answers_get_and_set()
    {
        var run = Measure("""
            name: memcached
            command: memcached -p {port} -l 127.0.0.1 -U 0 -t 1 -u nobody
            """, ExitCode.Success, "memcached, keys: 500, value-size: 2000", stages: "get, set");

        run.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0 && level.Resets == 0);
        run.Levels.ShouldContain(level => level.Key.Stage == "get");
        run.Levels.ShouldContain(level => level.Key.Stage == "set");
    }

    [PeerFact("python3")]
    public void A_server_of_a_protocol_of_its_own_is_measured_by_raw_bytes()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "server.py"), """
            import socketserver, sys
            class Talk(socketserver.StreamRequestHandler):
                def handle(self):
                    while line := self.rfile.readline():
                        if line == b"bye\r\n":
                            self.wfile.write(b"so long")
                            return
                        self.wfile.write(b"OK " + line.upper())
            class Server(socketserver.ThreadingTCPServer):
                daemon_threads = True
                def handle_error(self, request, client_address): pass
            with Server(("127.0.0.1", int(sys.argv[1])), Talk) as server:
                server.serve_forever()
            """);
        var server = $$"""
            name: student
            command: python3 server.py {port}
            folder: {{_folder.Path}}
            """;
        string[] works =
        [
            @"raw, send: 'hello\r\n', expect: 'until \r\n', answer: 'OK HELLO\r\n'",
            "raw, send-hex: '68 69 0a', expect: bytes 6, answer-start: OK, connection: per-operation",
            @"raw, send: 'bye\r\n', expect: close, answer: so long",
        ];
        foreach (var work in works)
        {
            var run = Measure(server, ExitCode.Success, work);
            run.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0 && level.Resets == 0);
            Directory.Delete(Path.GetDirectoryName(run.Folder)!, recursive: true);
        }

        var wrong = Measure(server, ExitCode.Success, @"raw, send: 'hello\n', answer: 'OK hello\n'");
        wrong.Levels.ShouldAllBe(level => level.Operations == 0 && level.WrongAnswers > 0);
        wrong.Events
            .Where(one => string.Equals(one.Kind, EventKind.FaultyAnswer, StringComparison.Ordinal))
            .ShouldHaveSingleItem().Detail
            .ShouldBe(@"exchange: this answer was wrong: 'OK HELLO\n'");
    }

    [PeerFact("python3")]
    public void A_server_that_chooses_its_port_is_found_by_what_it_prints_and_stopped_by_its_signal()
    {
        var program = Path.Combine(_folder.Path, "server.py");
        File.WriteAllText(program, """
            import os, signal, socket, sys, threading
            def stop(*_):
                open(os.environ["MARK"], "w").close()
                os._exit(0)
            signal.signal(signal.SIGINT, stop)
            listener = socket.create_server(("127.0.0.1", 0))
            print("Listening on port", listener.getsockname()[1], flush=True)
            def serve(client):
                try:
                    while data := client.recv(65536):
                        client.sendall(b"\n" * data.count(b"\n"))
                except OSError:
                    pass
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
            """);
        var mark = Path.Combine(_folder.Path, "stopped");

        var run = Measure($$"""
            name: student
            command: [python3, server.py]
            folder: {{_folder.Path}}
            ready: 'Listening on port (?<port>\d+)'
            environment: { MARK: {{mark}} }
            stop_signal: INT
            """, ExitCode.Success, "\"null\"");

        run.Levels.ShouldAllBe(level => level.Operations > 0 && level.WrongAnswers == 0);
        File.Exists(mark).ShouldBeTrue();
    }

    [Fact]
    public void A_command_that_does_not_come_up_ends_the_run_with_what_it_wrote()
    {
        var run = Measure("""
            name: broken
            command: [ls, --no-such-option, '{port}']
            """, ExitCode.SutFailed);

        run.Manifest.State.ShouldBe(RunState.Failed);
        run.Manifest.Reason.ShouldContain("broken did not start: it ended with exit code");
        run.Manifest.Reason.ShouldContain("no-such-option");
    }

    private StoredRun Measure(
        string server, ExitCode expected, string workload = "resp", int repetitions = 1, string stages = "")
    {
        var file = Path.Combine(_folder.Path, "other.yaml");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            name: other
            workload: { name: {{workload}} }
            load: { stages: [{{stages}}], holds: [1, 3] }
            profiles:
              default: { budget_s: 20, repetitions: {{repetitions}}, min_windows: 3, max_windows: 4, warm_up_s: 0.2 }
            server:

            """) + string.Join('\n', server.Split('\n').Select(line => "  " + line)));
        var ended = ProgramRun.Of("run", file, "--results", _folder.Path);
        ended.ExitCode.ShouldBe(expected, ended.Errors + ended.Output);
        return RunReader.Read(Directory.GetDirectories(Path.Combine(_folder.Path, "other")).Single());
    }
}
