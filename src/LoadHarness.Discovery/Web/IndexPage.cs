using System.Globalization;
using System.Text;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Web;

/// <summary>
/// The table of all services, for people. Without scripts it is a plain table; with them it sorts, ages and renews
/// itself.
/// </summary>
internal static class IndexPage
{
    private static readonly (string Title, string Member, bool IsNumber)[] Columns =
    [
        ("Type", "type", false), ("Project", "project", false), ("Name", "name", false), ("Port", "port", true),
        ("Owner", "owner", false), ("Service", "service", false), ("Model", "model", false),
        ("Version", "version", false),
    ];

    internal static string Of(string title, IReadOnlyList<CatalogRecord> records, TimeSpan lifetime, long now_s)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"""
            <h1>{Html.Escape(title)}</h1>
            <p class="note"><span id="count">{Count(records.Count)}</span>,
            each kept for {AgeText.Of((long)lifetime.TotalSeconds)} after its last update.
            For programs: <a href="/query.json">JSON</a>, <a href="/query.text">text</a>.
            <span id="state" role="status"></span></p>
            <div class="scroll"><table id="services">
            <thead><tr>

            """);
        foreach (var (name, _, isNumber) in Columns) AppendHeader(body, name, isNumber);
        AppendHeader(body, "Last heard", isNumber: true);
        body.Append("</tr></thead>\n<tbody>\n");
        foreach (var record in records) AppendRow(body, record, now_s);
        body.Append("</tbody>\n</table></div>\n");
        return PageFrame.Around(title, body.ToString());
    }

    private static string Count(int records) => records == 1
        ? "1 service"
        : string.Create(CultureInfo.InvariantCulture, $"{records} services");

    private static void AppendHeader(StringBuilder body, string title, bool isNumber) => body
        .Append(isNumber ? "<th scope=\"col\" class=\"number\"" : "<th scope=\"col\"")
        .Append(" aria-sort=\"none\"><button type=\"button\">").Append(title).Append("</button></th>\n");

    private static void AppendRow(StringBuilder body, CatalogRecord record, long now_s)
    {
        body.Append("<tr>");
        foreach (var (_, member, isNumber) in Columns)
        {
            var text = record.TextOf(member);
            var shown = text is null ? "<span class=\"none\">-</span>" : Html.Escape(text);
            if (string.Equals(member, "name", StringComparison.Ordinal))
                shown = $"<a href=\"/detail/{Uri.EscapeDataString(record.Key)}\">{shown}</a>";
            body.Append(isNumber ? "<td class=\"number\">" : "<td>").Append(shown).Append("</td>");
        }

        var age_s = Math.Max(0, now_s - record.LastHeardFrom_s);
        body.Append(CultureInfo.InvariantCulture,
            $"<td class=\"number\" data-age=\"{age_s}\">{AgeText.Of(age_s)}</td></tr>\n");
    }
}
