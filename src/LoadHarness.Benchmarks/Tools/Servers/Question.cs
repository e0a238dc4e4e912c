using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>A connection for one question that is asked again and again.</summary>
internal sealed class Question : IDisposable
{
    private const int Patience_ms = 10_000;

    private readonly Socket _socket;
    private readonly byte[] _question;
    private readonly byte[] _answer = new byte[64 * 1024];

    /// <summary>Connects.</summary>
    /// <param name="target">The server.</param>
    /// <param name="question">The question as it is sent.</param>
    public Question(IPEndPoint target, string question)
    {
        _question = Encoding.ASCII.GetBytes(question);
        _socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = Patience_ms,
        };
        _socket.Connect(target);
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    /// <param name="isWhole">True when what has come is all.</param>
    /// <exception cref="InvalidOperationException">The server ended or does not answer.</exception>
    public string Ask(Func<string, bool> isWhole)
    {
        try
        {
            _socket.Send(_question);
            for (var length = 0; length < _answer.Length;)
            {
                var received = _socket.Receive(_answer.AsSpan(length));
                if (received == 0) break;
                length += received;
                var text = Encoding.ASCII.GetString(_answer, 0, length);
                if (isWhole(text)) return text;
            }
        }
        catch (SocketException e)
        {
            throw new InvalidOperationException($"the server does not tell its count: {e.Message}", e);
        }

        throw new InvalidOperationException("the server does not tell its count");
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
