using System.Net;
using System.Text;
using System.Text.Json;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Tests.Discovery.Fakes;

/// <summary>Short ways to fill a table.</summary>
internal static class Records
{
    internal static RecordChange Take(
        this RecordTable table, string json, string sender = "127.0.0.1", string? hostName = "localhost") =>
        table.Apply(Json(json), IPAddress.Parse(sender), hostName, out _);

    internal static string LineOf(this CatalogRecord record) => Encoding.ASCII.GetString(record.Line.Span);

    internal static IEnumerable<string> Projects(this RecordTable table) =>
        table.Live().Select(record => record.TextOf("project") ?? "");

    internal static RecordTable Table(ManualTime time, CatalogLimits? limits = null) =>
        new(TimeSpan.FromMinutes(15), limits ?? CatalogLimits.Default, time);

    private static JsonElement Json(string json)
    {
        UpdateReader.TryRead(Encoding.UTF8.GetBytes(json), CatalogLimits.Default, out var update, out var problem)
            .ShouldBeTrue(problem);
        return update;
    }
}
