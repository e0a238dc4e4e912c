using System.Text.Json.Serialization;

namespace LoadHarness.Platform.Processes;

/// <summary>Names on the wire are lower case with underscores: <c>time_ns</c>, <c>flush_time_ns</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ControlMessage))]
internal sealed partial class ControlJson : JsonSerializerContext;
