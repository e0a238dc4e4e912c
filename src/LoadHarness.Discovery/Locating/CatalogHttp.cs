using System.Globalization;
using System.Net;

namespace LoadHarness.Discovery.Locating;

/// <summary>Asks a catalog over HTTP.</summary>
public sealed class CatalogHttp : IDisposable
{
    private const int LargestAnswer_bytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly CatalogAddress _catalog;
    private readonly HttpClient _http;

    /// <summary>Prepares to ask; nothing is sent yet.</summary>
    public CatalogHttp(CatalogAddress catalog)
    {
        _catalog = catalog;
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = Patience };
        _http = new HttpClient(handler)
        {
            BaseAddress = new Uri($"http://{catalog}"),
            Timeout = Patience,
            MaxResponseContentBufferSize = LargestAnswer_bytes,
            DefaultRequestVersion = HttpVersion.Version11,
        };
        _http.DefaultRequestHeaders.ConnectionClose = true;
    }

    /// <inheritdoc cref="AskCatalog"/>
    public async Task<CatalogReply> AskAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancel);
            return new CatalogReply(response.IsSuccessStatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (HttpRequestException failure)
        {
            throw new DiscoveryException($"catalog {_catalog}: {failure.Message}", failure);
        }
        catch (OperationCanceledException failure) when (!cancel.IsCancellationRequested)
        {
            var message = string.Create(
                CultureInfo.InvariantCulture, $"catalog {_catalog}: no answer within {Patience.TotalSeconds} s");
            throw new DiscoveryException(message, failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
