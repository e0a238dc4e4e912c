using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Web;

/// <summary>
/// Records as a JSON array with one record per line: clients that find the whole unreadable read it line by line.
/// </summary>
internal static class JsonListing
{
    internal static byte[] Of(IReadOnlyList<CatalogRecord> records)
    {
        using var listing = new MemoryStream(records.Sum(record => record.Line.Length + 2) + 8);
        listing.Write("[\n"u8);
        for (var i = 0; i < records.Count; i++)
        {
            if (i > 0) listing.Write(",\n"u8);
            listing.Write(records[i].Line.Span);
        }

        listing.Write("\n]\n"u8);
        return listing.ToArray();
    }
}
