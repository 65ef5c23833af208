namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>What a device understands of the server's answer to its enrollment.</summary>
public abstract record EnrollmentAnswer
{
    private EnrollmentAnswer() { }

    /// <summary>The device is enrolled.</summary>
    /// <param name="RelatesTo">The MessageID that was answered.</param>
    /// <param name="Document">How the device is to be set up.</param>
    public sealed record Granted(string RelatesTo, ProvisioningDocument Document) : EnrollmentAnswer;

    /// <summary>The device is refused. Null = Windows would find nothing there.</summary>
    /// <param name="Subcode">Code/Subcode/Value.</param>
    /// <param name="ErrorType">Detail/…/ErrorType; looked for first.</param>
    /// <param name="Reason">Reason/Text.</param>
    /// <param name="TraceId">Detail/…/TraceId.</param>
    public sealed record Rejected(string? Subcode, string? ErrorType, string? Reason, string? TraceId) : EnrollmentAnswer
    {
        /// <summary>
        /// The error that the user sees (docs/reference/protocol.md §1.6); 0x8019 and the HTTP status when the fault says nothing that
        /// Windows knows.
        /// </summary>
        /// <param name="httpStatus">The answer's HTTP status.</param>
        public uint HResult(int httpStatus) =>
            EnrollmentFault.All.FirstOrDefault(IsThis) is { HResult: > 0 } fault ? fault.HResult : 0x80190000 | (uint)(httpStatus & 0xFFFF);

        private bool IsThis(EnrollmentFault known) =>
            ErrorType is { Length: > 0 } ? known.ErrorType == ErrorType : known.ErrorType is null && known.Subcode == Subcode;
    }
}
