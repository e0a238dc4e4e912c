using System.IO.Pipes;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// A pipe to a child process and one from it. The child inherits its ends; an option on its command line names them.
/// </summary>
public sealed class ChildPipes : IDisposable
{
    private readonly AnonymousPipeServerStream _toChild = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream _fromChild = new(PipeDirection.In, HandleInheritability.Inheritable);

    /// <summary>
    /// Makes the pipes. Start the child with <see cref="Handles"/>, then call <see cref="ChildStarted"/>.
    /// </summary>
    public ChildPipes() => Handles = $"{_toChild.GetClientHandleAsString()},{_fromChild.GetClientHandleAsString()}";

    /// <summary>What the child reads.</summary>
    public Stream ToChild => _toChild;

    /// <summary>What the child writes; ends when the child has ended.</summary>
    public Stream FromChild => _fromChild;

    /// <summary>The value of the child's option: handle to read, comma, handle to write.</summary>
    public string Handles { get; }

    /// <summary>The child has its own copies: closes ours, so that the pipes close when the child ends.</summary>
    public void ChildStarted()
    {
        _toChild.DisposeLocalCopyOfClientHandle();
        _fromChild.DisposeLocalCopyOfClientHandle();
    }

    /// <summary>In the child: opens the pipes it was given.</summary>
    /// <param name="option">The option that named them, for the message.</param>
    /// <param name="handles">Its value.</param>
    /// <exception cref="ArgumentException">The text does not name two open pipes.</exception>
    public static (Stream Input, Stream Output) OpenInChild(string option, string handles)
    {
        var parts = handles.Split(',');
        if (parts.Length != 2)
            throw new ArgumentException(
                $"{option}: '{handles}' is not two handles with a comma between", nameof(handles));
        try
        {
            var input = new AnonymousPipeClientStream(PipeDirection.In, parts[0]);
            var output = new AnonymousPipeClientStream(PipeDirection.Out, parts[1]);
            Inheritance.Forbid(input.SafePipeHandle);
            Inheritance.Forbid(output.SafePipeHandle);
            return (input, output);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            throw new ArgumentException(
                $"{option}: '{handles}' does not name two open pipes ({e.Message})", nameof(handles), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _toChild.Dispose();
        }
        catch (IOException)
        {
            // The child has gone without reading all that was written for it.
        }

        _fromChild.Dispose();
    }
}
