using System.Buffers;
using System.Net;
using System.Text;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

public class AllocationTests
{
    private const int Lookups = 1000;

    [Theory]
    [InlineData("newline", "{\"method\":\"lookup\",\"key\":\"k1\"}\n")]
    [InlineData("newline", "{\"method\":\"lookup\",\"key\":\"none\"}\n")]
    [InlineData("le64", "\u001e\0\0\0\0\0\0\0{\"method\":\"lookup\",\"key\":\"k1\"}")]
    [InlineData("decimal-comma", "30,{\"method\":\"lookup\",\"key\":\"k1\"}")]
    public void Nothing_is_allocated_per_lookup(string dialect, string request)
    {
        using var table = new TestTable(dialect: "newline");
        table.Fill(10);
        using var other = new TestTable(store: table.Store, dialect: dialect);
        var connection = other.Service.Connect(new IPEndPoint(IPAddress.Loopback, 1));
        var input = Encoding.Latin1.GetBytes(request);
        var output = new ArrayBufferWriter<byte>(4096);
        var consumed = 0;
        Allocation.LeastOf_bytes(() =>
        {
            consumed = 0;
            return () =>
            {
                for (var i = 0; i < Lookups; i++)
                {
                    output.ResetWrittenCount();
                    consumed += connection.Receive(input, end: false, output).Consumed;
                }
            };
        }).ShouldBe(0);
        consumed.ShouldBe(Lookups * input.Length);
    }
}
