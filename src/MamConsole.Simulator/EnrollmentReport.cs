namespace MamConsole.Simulator;

/// <summary>The result of an enrollment.</summary>
/// <param name="Account">The created account; null when the enrollment failed.</param>
/// <param name="HResult">The error that Windows would show, such as <c>0x80180013</c>; null when the enrollment succeeded.</param>
/// <param name="Detail">The result as text.</param>
public sealed record EnrollmentReport(DeviceAccount? Account, string? HResult, string Detail)
{
    public bool Succeeded => Account is not null;
}
