namespace MamConsole.Server.Devices;

/// <summary>What the published policies contribute to the conditions of <see cref="DeviceStateRule"/>.</summary>
/// <param name="Assigned">An expression: the version that the device's assignment gives it now; 0 = no policy.</param>
/// <param name="RequiresWip">A condition: the version that the device acknowledged is in force and turns WIP on.</param>
internal sealed record DeviceStateTerms(string Assigned, string RequiresWip);
