using System.Text;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Announcing;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Tests.Discovery.Announcing;

public class AnnouncementTests
{
    private static readonly Announcement Valid = new("hashtable", "me-a4-test5", "me", 1234);

    [Fact]
    public void It_is_one_compact_object_with_the_fields_of_the_assignment_and_what_helps()
    {
        Json(Valid).ShouldBe("""{"type":"hashtable","owner":"me","project":"me-a4-test5","port":1234}""");
        Json(Valid with { Service = "hashtable", Model = "select", Version = "0.1.0", Lifetime_s = 60 }).ShouldBe(
            "{\"type\":\"hashtable\",\"owner\":\"me\",\"project\":\"me-a4-test5\","
            + "\"service\":\"hashtable\",\"model\":\"select\",\"version\":\"0.1.0\",\"port\":1234,\"lifetime\":60}");
    }

    [Fact]
    public void Signs_that_json_need_not_escape_are_sent_as_they_are() =>
        Json(Valid with { Project = """a+b&c<d>"e\f""" })
            .ShouldContain("\"project\":\"a+b&c<d>\\\"e\\\\f\",");

    [Theory]
    [InlineData("caf\u00e9", "project has '\u00e9' (U+00E9), but catalogs keep ASCII only and drop the whole update")]
    [InlineData("\U0001F600", "(U+1F600)")]
    [InlineData("a\nb", "project has the control character U+000A")]
    [InlineData("it's", "project has an apostrophe")]
    [InlineData("", "project is empty")]
    public void A_field_that_no_catalog_keeps_is_refused_by_name(string project, string expected)
    {
        Should.Throw<DiscoveryException>((Valid with { Project = project }).Check).Message.ShouldContain(expected);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var wrong = new Announcement("", "\u00e9", "me", 0) { Model = "'" };
        var message = Should.Throw<DiscoveryException>(wrong.Check).Message;
        string[] problems = ["type is empty", "project has", "model has", "port is 0, not from 1 to 65535"];
        foreach (var expected in problems)
            message.ShouldContain(expected);
        message.ShouldNotContain("owner");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_large_one_goes_compressed_over_tcp()
    {
        var small = AnnouncementWriter.Json(Valid);
        AnnouncementWriter.ForSending(small).ShouldBe((small, false));
        var large = AnnouncementWriter.Json(Valid with { Project = new string('x', 1200) });
        var (bytes, overTcp) = AnnouncementWriter.ForSending(large);
        overTcp.ShouldBeTrue();
        bytes.Length.ShouldBeLessThan(200);
        UpdateReader.TryRead(bytes, CatalogLimits.Default, out var update, out _).ShouldBeTrue();
        Encoding.ASCII.GetBytes(update.GetRawText()).ShouldBe(large);
    }

    private static string Json(Announcement announcement)
    {
        announcement.Check();
        return Encoding.ASCII.GetString(AnnouncementWriter.Json(announcement));
    }
}
