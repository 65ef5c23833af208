namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: the body is a file of an existing format, not JSON that the API defines.</summary>
/// <param name="Description">Which files are accepted, and their maximum size.</param>
internal sealed record FileBody(string Description);
