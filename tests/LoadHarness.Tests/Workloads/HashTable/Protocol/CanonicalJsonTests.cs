using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Tests.Workloads.HashTable.Serving;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Tests.Workloads.HashTable.Protocol;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"a":[1,2.50,-1e5,true,false,null,""]}""", """{"a":[1,2.50,-1e5,true,false,null,""]}""")]
    [InlineData("""{ "a b" : [ 1 , "x y" ] }""", """{"a b":[1,"x y"]}""")]
    [InlineData("""["\/\"\\\b\f\n\r\t\u0041\u007f\u0000"]""", """["/\"\\\b\f\n\r\tA\u007f\u0000"]""")]
    [InlineData("""["é€😀"]""", """["\u00e9\u20ac\ud83d\ude00"]""")]
    [InlineData("""["\ud83d lone \uDE00"]""", """["\ud83d lone \ude00"]""")]
    public void The_form_is_ascii_without_white_space(string json, string canonical) =>
        Canonical(json).ShouldBe(canonical);

    [Fact]
    public void What_is_canonical_already_is_not_copied()
    {
        var json = """{"weight":100}"""u8.ToArray();
        CanonicalJson.Of(json, new ArrayBufferWriter<byte>()).Overlaps(json).ShouldBeTrue();
    }

    [Fact]
    public void Any_text_decodes_to_itself() =>
        Prop.ForAll<string>(text =>
        {
            var token = Encoding.ASCII.GetBytes(Canonical(Quoted(text ?? string.Empty)));
            var characters = new char[token.Length];
            return characters.AsSpan(0, CanonicalJson.Decode(token, characters)).SequenceEqual(text ?? string.Empty);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_key_with_any_value_comes_back_as_it_was() =>
        Prop.ForAll(Values().Zip(ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), pair =>
        {
            var (value, key) = pair;
            var name = Quoted(key ?? string.Empty);
            var text = value?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).ReplaceLineEndings(" ")
                ?? "null";
            var table = new TestTable();
            table.Send($$"""{"method":"insert","key":{{name}},"value":{{text}}}""");
            var reply = table.Send($$"""{"method":"lookup","key":{{name}}}""");
            return reply.All(char.IsAscii) && JsonNode.DeepEquals(JsonNode.Parse(reply)!["result"], value);
        }).QuickCheckThrowOnFailure();

    private static Gen<JsonNode?> Values() => Gen.Sized(size => Values(Math.Min(size, 20)));

    private static Gen<JsonNode?> Values(int size)
    {
        var leaf = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => (JsonNode?)JsonValue.Create(Whole(text))),
            ArbMap.Default.GeneratorFor<long>().Select(number => (JsonNode?)JsonValue.Create(number)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (JsonNode?)JsonValue.Create(number.Get)),
            Gen.Elements<JsonNode?>(null, JsonValue.Create(true), JsonValue.Create(false))
                .Select(node => node?.DeepClone()));
        if (size <= 1) return leaf;
        var inner = Values(size / 3);
        return Gen.OneOf(
            leaf,
            inner.ListOf().Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            inner.ListOf().Select(items => (JsonNode?)new JsonObject(
                items.Select((item, index) => KeyValuePair.Create($"m {index} é", item?.DeepClone())))));
    }

    /// <summary>System.Text.Json replaces lone surrogates, so the comparison must not contain them.</summary>
    private static string Whole(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? string.Empty));

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\u{(int)c:X4}"))}\"";

    private static string Canonical(string json) =>
        Encoding.ASCII.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json), new ArrayBufferWriter<byte>()));
}
