using System.Globalization;
using System.Text;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Web;

/// <summary>All members of one record, for people.</summary>
internal static class DetailPage
{
    internal static string Of(string title, CatalogRecord record, long now_s)
    {
        var age_s = Math.Max(0, now_s - record.LastHeardFrom_s);
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"""
            <p><a href="/">All services</a></p>
            <h1>{Html.Escape(record.TextOf("project") ?? record.Name)}</h1>
            <p class="note">Last heard <span data-age="{age_s}">{AgeText.Of(age_s)}</span> ago.</p>
            <div class="scroll"><table>
            <thead><tr><th scope="col">Member</th><th scope="col">Value</th></tr></thead>
            <tbody>

            """);
        foreach (var member in record.Members)
        {
            body.Append("<tr><th scope=\"row\">").Append(Html.Escape(member.Name)).Append("</th><td>")
                .Append(Html.Escape(CatalogRecord.TextOf(member.Value))).Append("</td></tr>\n");
        }

        body.Append("</tbody>\n</table></div>\n");
        return PageFrame.Around($"{title}: {record.Name}", body.ToString());
    }

    internal static string Unknown(string title) => PageFrame.Around(title, """
        <p><a href="/">All services</a></p>
        <h1>Unknown Item!</h1>
        <p class="note">It may have expired.</p>

        """);
}
