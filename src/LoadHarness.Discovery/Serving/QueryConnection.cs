using System.Net.Sockets;
using LoadHarness.Discovery.Records;
using LoadHarness.Discovery.Web;

namespace LoadHarness.Discovery.Serving;

/// <summary>One HTTP query: read the head, send the answer, close.</summary>
internal sealed class QueryConnection(CatalogSite site, CatalogLimits limits, TimeProvider time)
{
    internal async Task ServeAsync(Socket connection, CancellationToken cancel)
    {
        var answer = await ReadRequestAsync(connection, cancel);
        if (answer is null) return;
        using var patience = new CancellationTokenSource(limits.AnswerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        for (var sent = 0; sent < answer.Length;)
            sent += await connection.SendAsync(answer.AsMemory(sent), either.Token);
        connection.Shutdown(SocketShutdown.Send);
        await DiscardAsync(connection, either.Token);
    }

    /// <summary>The answer to what was asked, or null when nobody asked anything.</summary>
    private async Task<byte[]?> ReadRequestAsync(Socket connection, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(limits.QueryReadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        var buffer = new byte[limits.MaxHeadBytes];
        var filled = 0;
        while (true)
        {
            var length = await connection.ReceiveAsync(buffer.AsMemory(filled), either.Token);
            filled += length;
            if (filled == 0) return null;
            var head = RequestHead.Read(buffer.AsSpan(0, filled), ended: length == 0, buffer.Length);
            switch (head.State)
            {
                case RequestState.Complete: return site.Answer(head.Path);
                case RequestState.Invalid: return site.Refuse("Invalid request line.");
                case RequestState.TooLong: return site.Refuse("The request is too long.");
            }
        }
    }

    // Closing while bytes are unread would reset the connection and could cut the answer short.
    private async Task DiscardAsync(Socket connection, CancellationToken cancel)
    {
        var sink = new byte[4096];
        for (var discarded = 0; discarded < limits.MaxHeadBytes;)
        {
            var length = await connection.ReceiveAsync(sink, cancel);
            if (length == 0) return;
            discarded += length;
        }
    }
}
