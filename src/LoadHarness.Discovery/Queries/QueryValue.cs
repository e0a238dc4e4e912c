using System.Runtime.InteropServices;
using System.Text.Json;

namespace LoadHarness.Discovery.Queries;

/// <summary>A value while a query is evaluated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct QueryValue
{
    private QueryValue(QueryValueKind kind, double number = 0, string? text = null)
    {
        Kind = kind;
        Number = number;
        Text = text;
    }

    internal static QueryValue Error => default;

    internal static QueryValue Null => new(QueryValueKind.Null);

    internal QueryValueKind Kind { get; }

    internal double Number { get; }

    internal string? Text { get; }

    internal bool IsTrue => Kind == QueryValueKind.Boolean && Number != 0;

    internal static QueryValue Of(bool value) => new(QueryValueKind.Boolean, value ? 1 : 0);

    internal static QueryValue Of(double value) => new(QueryValueKind.Number, value);

    internal static QueryValue Of(string value) => new(QueryValueKind.Text, text: value);

    /// <summary>Lists and objects cannot be compared: an error.</summary>
    internal static QueryValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Of(value.GetString()!),
        JsonValueKind.Number when value.TryGetDouble(out var number) => Of(number),
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Null => Null,
        _ => Error,
    };
}
