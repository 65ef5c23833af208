namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The bytes are no enrollment message of the kind expected, or exceed a limit. The sender's fault.</summary>
/// <param name="fault">How a server answers it.</param>
/// <param name="reason">Why, in words that repeat nothing of what was sent.</param>
public sealed class EnrollmentFormatException(EnrollmentFault fault, string reason) : Exception(reason)
{
    /// <summary>How a server answers it.</summary>
    public EnrollmentFault Fault { get; } = fault;

    /// <summary>The request's MessageID as far as it was read and is fit to echo; "" otherwise.</summary>
    public string MessageId { get; internal set; } = "";
}
