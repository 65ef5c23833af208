namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The server's response to an enrollment request, as a device interprets it.</summary>
public abstract record EnrollmentAnswer
{
    private EnrollmentAnswer() { }

    /// <summary>The device is enrolled.</summary>
    /// <param name="RelatesTo">The MessageID of the request.</param>
    /// <param name="Document">The configuration of the device.</param>
    public sealed record Granted(string RelatesTo, ProvisioningDocument Document) : EnrollmentAnswer;

    /// <summary>The enrollment is rejected. Null = Windows would not find the element.</summary>
    /// <param name="Subcode">Code/Subcode/Value.</param>
    /// <param name="ErrorType">Detail/…/ErrorType, which takes precedence over the subcode.</param>
    /// <param name="Reason">Reason/Text.</param>
    /// <param name="TraceId">Detail/…/TraceId.</param>
    public sealed record Rejected(string? Subcode, string? ErrorType, string? Reason, string? TraceId) : EnrollmentAnswer
    {
        /// <summary>
        /// Returns the error that the user sees (docs/reference/protocol.md §1.6): 0x8019 and the HTTP status when the fault has no code
        /// that Windows recognizes.
        /// </summary>
        /// <param name="httpStatus">The HTTP status of the response.</param>
        public uint HResult(int httpStatus) =>
            EnrollmentFault.All.FirstOrDefault(IsThis) is { HResult: > 0 } fault ? fault.HResult : 0x80190000 | (uint)(httpStatus & 0xFFFF);

        private bool IsThis(EnrollmentFault known) =>
            ErrorType is { Length: > 0 } ? known.ErrorType == ErrorType : known.ErrorType is null && known.Subcode == Subcode;
    }
}
