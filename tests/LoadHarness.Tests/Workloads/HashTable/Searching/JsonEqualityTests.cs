using System.Text;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Tests.Workloads.HashTable.Searching;

public class JsonEqualityTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "1e0", true)]
    [InlineData("100", "1E2", true)]
    [InlineData("0.1", "0.10000000000000001", false)]
    [InlineData("1", "2", false)]
    [InlineData("1", "true", false)]
    [InlineData("null", "false", false)]
    [InlineData("\"a\"", "\"a\"", true)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("""{"a":1,"b":[2]}""", """{"b":[2.0],"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1]", "[1,1]", false)]
    [InlineData("""{"\ud83d":1}""", """{"\ud83d":1.0}""", true)]
    [InlineData("""["\ud83d",1]""", """["\ud83d",1.0]""", true)]
    public void Values_are_compared_by_meaning(string left, string right, bool equal)
    {
        JsonEquality.AreEqual(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right)).ShouldBe(equal);
        JsonEquality.AreEqual(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(left)).ShouldBe(equal);
    }
}
