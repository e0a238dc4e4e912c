using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Tests.Platform.Sockets;

public sealed class AcceptErrorsTests
{
    [Theory]
    [InlineData(SocketError.ConnectionAborted, AcceptProblem.Transient)]
    [InlineData(SocketError.WouldBlock, AcceptProblem.Transient)]
    [InlineData(SocketError.HostUnreachable, AcceptProblem.Transient)]
    [InlineData(SocketError.TooManyOpenSockets, AcceptProblem.Exhausted)]
    [InlineData(SocketError.NoBufferSpaceAvailable, AcceptProblem.Exhausted)]
    [InlineData(SocketError.SocketError, AcceptProblem.Exhausted)]
    [InlineData(SocketError.InvalidArgument, AcceptProblem.Fatal)]
    [InlineData(SocketError.OperationAborted, AcceptProblem.Fatal)]
    public void Every_error_has_its_tier(SocketError error, AcceptProblem expected) =>
        AcceptErrors.Classify(error).ShouldBe(expected);
}
