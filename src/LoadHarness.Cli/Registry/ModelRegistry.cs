using LoadHarness.Servers;
using LoadHarness.Servers.Async;
using LoadHarness.Servers.Epoll;
using LoadHarness.Servers.Prefork;
using LoadHarness.Servers.Select;
using LoadHarness.Servers.Sequential;
using LoadHarness.Servers.Threaded;
using LoadHarness.Servers.ThreadPool;

namespace LoadHarness.Cli.Registry;

/// <summary>The server models there are. A new one is one line here.</summary>
public sealed class ModelRegistry
{
    /// <summary>The models of this program.</summary>
    public static ModelRegistry Default { get; } = new(
    [
        new SequentialModel(),
        new ThreadedModel(),
        new ThreadPoolModel(),
        new SelectModel(),
        LoopModel.Epoll,
        LoopModel.IoUring,
        new AsyncModel(),
        new PreforkModel(LoopModel.Epoll),
    ]);

    /// <summary>A registry of the given models.</summary>
    public ModelRegistry(IReadOnlyList<IServerModel> models) => All = models;

    /// <summary>All models in the order of help texts and reports.</summary>
    public IReadOnlyList<IServerModel> All { get; }

    /// <summary>The model of a name; null when there is none.</summary>
    public IServerModel? Find(string name) =>
        All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal));
}
