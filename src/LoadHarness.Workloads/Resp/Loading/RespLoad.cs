using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>What the clients of a stage do.</summary>
/// <param name="Stage">What is measured.</param>
/// <param name="Keys">Keys that commands draw from.</param>
/// <param name="Pipeline">Commands of an operation.</param>
/// <param name="GetShare_percent">Share of get in the mixed stage, %.</param>
/// <param name="Command">What the stage <see cref="RespStage.Command"/> sends.</param>
/// <param name="ReplyStart">What the replies to it begin with.</param>
internal sealed record RespLoad(
    RespStage Stage, int Keys, int Pipeline, int GetShare_percent, CommandTemplate Command, byte[] ReplyStart)
{
    /// <summary>Reads checked settings.</summary>
    internal static RespLoad From(WorkloadSettings settings, RespStage stage) => new(
        stage,
        (int)settings.Integer(RespOptions.Keys),
        (int)settings.Integer(RespOptions.Pipeline),
        (int)settings.Integer(GetShare.Name),
        new CommandTemplate(settings.Text(RespOptions.Command)),
        EscapedText.Read(settings.Text(RespOptions.Reply)));

    /// <summary>The stage reads keys that have to be there.</summary>
    internal bool NeedsKeys => Stage is RespStage.Get or RespStage.Mixed
        || (Stage == RespStage.Command && Command.HasKey);
}
