using System.Text;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Web;

/// <summary>Records as lines of <c>name value</c>, each record followed by an empty line.</summary>
internal static class TextListing
{
    internal static byte[] Of(IReadOnlyList<CatalogRecord> records)
    {
        var listing = new StringBuilder();
        foreach (var record in records)
        {
            foreach (var member in record.Members)
            {
                var value = OneLine(CatalogRecord.TextOf(member.Value));
                listing.Append(OneLine(member.Name)).Append(' ').Append(value).Append('\n');
            }

            listing.Append('\n');
        }

        return Encoding.ASCII.GetBytes(listing.ToString());
    }

    // A line end inside a value would let a sender write records of others.
    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? text.Replace('\r', ' ').Replace('\n', ' ')
        : text;
}
