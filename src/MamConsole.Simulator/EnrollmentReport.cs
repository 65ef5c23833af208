namespace MamConsole.Simulator;

/// <summary>How an enrollment went.</summary>
/// <param name="Account">What it left; null when it failed.</param>
/// <param name="HResult">What Windows would show, such as <c>0x80180013</c>; null when it succeeded.</param>
/// <param name="Detail">In words.</param>
public sealed record EnrollmentReport(DeviceAccount? Account, string? HResult, string Detail)
{
    public bool Succeeded => Account is not null;
}
