using System.Globalization;
using LoadHarness.Contracts.Randomness;
using LoadHarness.Torture.Fuzzing.Corpora;
using LoadHarness.Torture.Fuzzing.Inputs;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>
/// Feeds one parser with one input after another. The inputs follow from the seed alone: input 17 of a session is made
/// again by making 17 before it.
/// </summary>
internal sealed class FuzzSession
{
    private const int MendedOf = 8;
    private const int MostKept = 20_000;

    private readonly ulong _seed;
    private readonly List<byte[]> _kept;
    private readonly HashSet<ulong> _shapes = [];
    private readonly InputMaker _maker;

    /// <summary>Begins a session.</summary>
    public FuzzSession(FuzzTarget target, ulong seed)
    {
        Target = target;
        _seed = seed;
        _kept = [.. target.Seeds, .. StoredCorpus.Of(target.Name).Select(stored => stored.Input)];
        _maker = new InputMaker(_kept, target.Words, target.Longest_bytes);
    }

    /// <summary>What is fed.</summary>
    public FuzzTarget Target { get; }

    /// <summary>Inputs so far.</summary>
    public long Inputs { get; private set; }

    /// <summary>Different shapes of outcomes so far.</summary>
    public int Shapes => _shapes.Count;

    /// <summary>Most memory that one input took, bytes.</summary>
    public long MostAllocated_bytes { get; private set; }

    /// <summary>The input that is being worked on, for a watch on another thread; null between two.</summary>
    public byte[]? Current { get; private set; }

    /// <summary>Makes the next input and feeds it.</summary>
    /// <returns>Null when every promise held.</returns>
    public FuzzFailure? Next()
    {
        var random = new FuzzRandom(SplitMix64.At(_seed, (ulong)Inputs));
        var draft = _maker.Make(random);
        var isMended = Target.Mend is not null && !random.OneIn(MendedOf);
        var input = isMended ? Target.Mend!(draft) : draft;
        var failure = Try(input, random, out var outcome);
        if (failure is null && _shapes.Count < MostKept && _shapes.Add(outcome.Shape)) _kept.Add(draft);
        Inputs++;
        return failure;
    }

    /// <summary>Feeds an input that is there already.</summary>
    public FuzzFailure? Try(byte[] input) => Try(input, new FuzzRandom(_seed), out _);

    private FuzzFailure? Try(byte[] input, FuzzRandom random, out FuzzOutcome outcome)
    {
        outcome = default;
        Current = input;
        try
        {
            var before_bytes = GC.GetAllocatedBytesForCurrentThread();
            outcome = Target.Run(input, random);
            return Judge(input, GC.GetAllocatedBytesForCurrentThread() - before_bytes);
        }
        catch (BrokenPromiseException broken)
        {
            return Failed(input, broken.Message);
        }
        catch (Exception undocumented)
        {
            return Failed(input, undocumented.ToString());
        }
        finally
        {
            Current = null;
        }
    }

    private FuzzFailure? Judge(byte[] input, long allocated_bytes)
    {
        MostAllocated_bytes = Math.Max(MostAllocated_bytes, allocated_bytes);
        var allowed_bytes = Target.Allowance_bytes + ((long)Target.AllowancePerByte * input.Length);
        return allocated_bytes <= allowed_bytes
            ? null
            : Failed(input, string.Create(
                CultureInfo.InvariantCulture, $"it took {allocated_bytes} bytes of memory, not {allowed_bytes}"));
    }

    private FuzzFailure Failed(byte[] input, string problem) => new(Target.Name, input, _seed, Inputs, problem);
}
