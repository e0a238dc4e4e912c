using LoadHarness.Discovery.Queries;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Web;

/// <summary>What the catalog answers to a path. No I/O: a table and a clock in, bytes out.</summary>
public sealed class CatalogSite
{
    private const string QueryFolder = "/query/";
    private const string DetailFolder = "/detail/";

    private readonly RecordTable _records;
    private readonly string _title;
    private readonly TimeProvider _time;

    /// <summary>Makes the site of a table.</summary>
    /// <param name="records">What is listed.</param>
    /// <param name="title">Heading of the pages.</param>
    /// <param name="time">For dates and ages.</param>
    public CatalogSite(RecordTable records, string title, TimeProvider time)
    {
        _records = records;
        _title = title;
        _time = time;
    }

    /// <summary>The whole answer, head included.</summary>
    /// <param name="path">From the request line, still escaped.</param>
    public byte[] Answer(string path) => ReplyTo(path).ToBytes(_time.GetUtcNow());

    /// <summary>The whole answer to something that is not a request, or too long a one.</summary>
    internal byte[] Refuse(string line) => Reply.BadRequest(line).ToBytes(_time.GetUtcNow());

    private Reply ReplyTo(string path) => path switch
    {
        "/" or "/query.html" => Reply.Page(IndexPage.Of(_title, _records.Live(), _records.Lifetime, Now_s())),
        "/query.json" => Reply.Plain(JsonListing.Of(_records.Live())),
        "/query.text" => Reply.Plain(TextListing.Of(_records.Live())),
        _ when IsBelow(path, QueryFolder) => Find(path[QueryFolder.Length..]),
        _ when IsBelow(path, DetailFolder) => Show(path[DetailFolder.Length..]),
        _ => Reply.NotFound(path),
    };

    private static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal);

    private Reply Find(string encoded)
    {
        if (!Base64Text.TryRead(encoded, out var text)) return Reply.BadRequest("Invalid base-64 encoding.");
        return Query.TryParse(text, out var query, out _)
            ? Reply.Plain(JsonListing.Of([.. _records.Live().Where(query.Matches)]))
            : Reply.BadRequest("Invalid query text.");
    }

    private Reply Show(string key)
    {
        var record = _records.Find(key) ?? _records.Find(Uri.UnescapeDataString(key));
        return Reply.Page(record is null ? DetailPage.Unknown(_title) : DetailPage.Of(_title, record, Now_s()));
    }

    private long Now_s() => _time.GetUtcNow().ToUnixTimeSeconds();
}
