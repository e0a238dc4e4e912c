using System.Text;
using System.Text.Json;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>Finds out from the templates of requests where a server finds their fields.</summary>
/// <param name="complain">Receives the key of a request and what is wrong with it.</param>
internal sealed class RequestMembersCompiler(Action<string, string> complain)
{
    private readonly List<string> _names = [];
    private readonly List<byte[]> _methods = [];
    private readonly List<RequestPlace[]> _places = [];
    private string? _methodMember;

    /// <summary>The members of all requests, given in the order of methods.</summary>
    internal RequestMembers Compile(IReadOnlyList<Template> requests)
    {
        for (var i = 0; i < requests.Count; i++) Add(DialectKeys.Methods[i], requests[i].Skeleton);
        if (_names.Count > RequestMembers.MostMembers)
            complain(DialectKeys.Methods[0], "the requests have too many different members");
        return new RequestMembers
        {
            Names = [.. _names.Select(Encoding.UTF8.GetBytes)],
            Method = 0,
            MethodNames = [.. _methods],
            Places = [.. _places],
        };
    }

    private void Add(string key, JsonElement request)
    {
        var fixedTexts = request.EnumerateObject().Where(member => IsFixedText(member.Value)).ToList();
        if (_methodMember is null && fixedTexts is [var first, ..]) Slot(_methodMember = first.Name);
        var method = fixedTexts.Where(member => string.Equals(member.Name, _methodMember, StringComparison.Ordinal))
            .Select(member => Encoding.UTF8.GetBytes(member.Value.GetString()!)).FirstOrDefault();
        if (method is null)
        {
            complain(key, "the first member with a fixed string names the method, the same member in all requests");
            return;
        }

        if (_methods.Exists(other => other.AsSpan().SequenceEqual(method)))
            complain(key, $"'{Encoding.UTF8.GetString(method)}' is the name of another method already");
        _methods.Add(method);
        _places.Add([.. request.EnumerateObject().SelectMany(member => PlacesIn(member, key))]);
    }

    private IEnumerable<RequestPlace> PlacesIn(JsonProperty member, string key)
    {
        if (member.Value.ValueKind == JsonValueKind.Array)
        {
            var elements = member.Value.EnumerateArray().ToList();
            for (var i = 0; i < elements.Count; i++)
            {
                if (PlaceOf(elements[i], key, out var isText) is var field && field != Placeholder.None)
                    yield return new RequestPlace(Slot(member.Name), i, field, isText);
            }
        }
        else if (PlaceOf(member.Value, key, out var isText) is var field && field != Placeholder.None)
        {
            yield return new RequestPlace(Slot(member.Name), RequestPlace.Whole, field, isText);
        }
    }

    private Placeholder PlaceOf(JsonElement element, string key, out bool isText)
    {
        var place = TemplateMarks.PlaceOf(element, out isText);
        if (!isText) return place;
        // Inside quotes a key or pattern is simply a string.
        isText = place is Placeholder.Value or Placeholder.Subvalue;
        if (place == Placeholder.None) complain(key, "a placeholder in a request stands alone in its string");
        return place;
    }

    private int Slot(string name)
    {
        var slot = _names.IndexOf(name);
        if (slot >= 0) return slot;
        _names.Add(name);
        return _names.Count - 1;
    }

    private static bool IsFixedText(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
        && element.GetString()!.AsSpan().IndexOfAny(TemplateMarks.Bare, TemplateMarks.Quoted) < 0;
}
