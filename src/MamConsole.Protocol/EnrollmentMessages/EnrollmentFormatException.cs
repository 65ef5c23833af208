namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>Thrown for bytes that are not the expected enrollment message, or exceed a limit. The sender causes it.</summary>
/// <param name="fault">The fault that a server responds with.</param>
/// <param name="reason">The reason as text. It never repeats content of the message.</param>
public sealed class EnrollmentFormatException(EnrollmentFault fault, string reason) : Exception(reason)
{
    /// <summary>The fault that a server responds with.</summary>
    public EnrollmentFault Fault { get; } = fault;

    /// <summary>The MessageID of the request if it was read and may be repeated; empty otherwise.</summary>
    public string MessageId { get; internal set; } = "";
}
