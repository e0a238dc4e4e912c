namespace LoadHarness.Cli;

/// <summary>How a command ends, as scripts see it.</summary>
public enum ExitCode
{
    /// <summary>Done; also a server that was asked to stop.</summary>
    Success = 0,

    /// <summary>A defect of this program: what is printed is for its authors.</summary>
    Defect = 1,

    /// <summary>An unknown command, flag or option, or a value out of its range.</summary>
    UsageError = 2,

    /// <summary>A scenario file is not valid; every problem is printed with file and line.</summary>
    ScenarioInvalid = 3,

    /// <summary>The system under test could not be started, or failed.</summary>
    SutFailed = 4,

    /// <summary>Another process listens on the address already.</summary>
    PortInUse = 5,

    /// <summary>The address or a file needs a permission that this user does not have.</summary>
    NoPermission = 6,

    /// <summary>
    /// The log, a checkpoint or a result could not be written because the disk, a quota or a size limit is full.
    /// </summary>
    DiskFull = 7,

    /// <summary>Files cannot be used: damaged, of a later version, held by another server, or failing.</summary>
    StorageUnusable = 8,

    /// <summary>The server that a client program asked cannot be reached, breaks off or answers wrongly.</summary>
    ServerFailed = 9,

    /// <summary>A task of a client program failed, or one of its worker processes.</summary>
    WorkFailed = 10,

    /// <summary>The harness missed a goal of its own calibration although nothing disturbed the machine.</summary>
    GoalMissed = 11,

    /// <summary>A comparison of runs found something slower than before.</summary>
    Slower = 12,

    /// <summary>
    /// A comparison of runs found nothing slower, but could not decide about everything; or the thresholds of a run
    /// were not missed, but not all of them could be decided.
    /// </summary>
    Undecided = 13,

    /// <summary>A run missed a threshold of its scenario.</summary>
    ThresholdMissed = 14,

    /// <summary>
    /// A run with <c>check: linearizable</c> found answers that no order of the operations explains.
    /// </summary>
    NotLinearizable = 15,

    /// <summary>Ended by Ctrl-C; what was complete has been saved.</summary>
    Interrupted = 130,
}
