using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// Samples one process: through /proc on Linux, elsewhere by what the runtime knows of other processes.
/// </summary>
public sealed class ProcessSampler
{
    private readonly int _processId;
    private readonly string _folder;

    /// <summary>Makes a sampler; the process need not be a child.</summary>
    public ProcessSampler(int processId)
    {
        _processId = processId;
        _folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}");
    }

    /// <summary>The sampler of this process.</summary>
    public static ProcessSampler Self { get; } = new(Environment.ProcessId);

    /// <summary>CPU time only: cheap enough for every window.</summary>
    /// <returns>ns; −1 when unknown.</returns>
    public long Cpu_ns() => OperatingSystem.IsLinux() ? ProcessCpuClock.Read_ns(_processId) : SampleElsewhere().Cpu_ns;

    /// <summary>Everything. Costs some µs for each thread of the process.</summary>
    public ProcessSample Sample() => OperatingSystem.IsLinux() ? SampleProc() : SampleElsewhere();

    private ProcessSample SampleProc()
    {
        var wait_ns = new Dictionary<int, long>();
        var threads = ReadThreads(wait_ns, out var voluntary, out var involuntary);
        var stat = ProcessStatText.TryParse(ProcText.Read(Path.Combine(_folder, "stat")));
        var storage = ProcessIoText.TryParse(ProcText.Read(Path.Combine(_folder, "io")));
        return new ProcessSample
        {
            Time_ns = MonotonicClock.Now_ns,
            Cpu_ns = ProcessCpuClock.Read_ns(_processId),
            UserCpu_ns = stat?.UserTicks * ClockTick.Length_ns ?? -1,
            SystemCpu_ns = stat?.SystemTicks * ClockTick.Length_ns ?? -1,
            Threads = stat?.Threads ?? -1,
            Rss_bytes = stat?.ResidentPages * Environment.SystemPageSize ?? -1,
            Descriptors = Entries("fd").Count is > 0 and var count ? count : -1,
            ThreadCpu_ns = threads,
            VoluntarySwitches = voluntary,
            InvoluntarySwitches = involuntary,
            ThreadWait_ns = wait_ns,
            MinorFaults = stat?.MinorFaults ?? -1,
            MajorFaults = stat?.MajorFaults ?? -1,
            Read_bytes = storage?.Read_bytes ?? -1,
            Written_bytes = storage?.Written_bytes ?? -1,
        };
    }

    private Dictionary<int, long> ReadThreads(
        Dictionary<int, long> wait_ns, out long voluntary, out long involuntary)
    {
        var cpu_ns = new Dictionary<int, long>();
        (voluntary, involuntary) = (-1, -1);
        foreach (var folder in Entries("task"))
        {
            if (SchedStatText.TryParse(ProcText.Read(Path.Combine(folder, "schedstat"))) is { } sched)
            {
                var thread = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
                (cpu_ns[thread], wait_ns[thread]) = (sched.Cpu_ns, sched.Waiting_ns);
            }

            if (ContextSwitchText.TryParse(ProcText.Read(Path.Combine(folder, "status"))) is not { } switches) continue;
            voluntary = Math.Max(0, voluntary) + switches.Voluntary;
            involuntary = Math.Max(0, involuntary) + switches.Involuntary;
        }

        return cpu_ns;
    }

    private List<string> Entries(string name)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(Path.Combine(_folder, name))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private ProcessSample SampleElsewhere()
    {
        var now_ns = MonotonicClock.Now_ns;
        try
        {
            using var process = Process.GetProcessById(_processId);
            return new ProcessSample
            {
                Time_ns = now_ns,
                Cpu_ns = process.TotalProcessorTime.Ticks * 100,
                UserCpu_ns = process.UserProcessorTime.Ticks * 100,
                SystemCpu_ns = process.PrivilegedProcessorTime.Ticks * 100,
                Threads = process.Threads.Count,
                Rss_bytes = process.WorkingSet64,
            };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return new ProcessSample { Time_ns = now_ns };
        }
    }
}
