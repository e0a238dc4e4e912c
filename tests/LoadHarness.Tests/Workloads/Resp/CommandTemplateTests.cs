using System.Buffers;
using System.Text;
using LoadHarness.Workloads.Resp.Loading;

namespace LoadHarness.Tests.Workloads.Resp;

public sealed class CommandTemplateTests
{
    [Theory]
    [InlineData("PING", 7, "*1\r\n$4\r\nPING\r\n")]
    [InlineData("GET key:{key}", 0, "*2\r\n$3\r\nGET\r\n$5\r\nkey:0\r\n")]
    [InlineData("GET key:{key}", 12345, "*2\r\n$3\r\nGET\r\n$9\r\nkey:12345\r\n")]
    [InlineData(" HSET  u:{key}:x f{key} é", 10,
        "*4\r\n$4\r\nHSET\r\n$6\r\nu:10:x\r\n$3\r\nf10\r\n$2\r\né\r\n")]
    public void Words_become_bulk_strings(string text, int number, string expected)
    {
        var request = new ArrayBufferWriter<byte>();
        new CommandTemplate(text).Write(request, number);
        Encoding.UTF8.GetString(request.WrittenSpan).ShouldBe(expected);
    }

    [Fact]
    public void Nothing_is_no_command()
    {
        CommandTemplate.Check("PING").ShouldBeEmpty();
        CommandTemplate.Check("  ").ShouldHaveSingleItem().ShouldBe("a command has at least one word");
    }

    [Fact]
    public void Keys_are_loaded_for_a_command_that_names_one()
    {
        new CommandTemplate("STRLEN key:{key}").HasKey.ShouldBeTrue();
        new CommandTemplate("LPUSH list key").HasKey.ShouldBeFalse();
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var template = new CommandTemplate("HSET u:{key} f x");
        var request = new ArrayBufferWriter<byte>(4096);
        Allocation.LeastOf_bytes(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                request.ResetWrittenCount();
                template.Write(request, i);
            }
        }).ShouldBe(0);
    }
}
