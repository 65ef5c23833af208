namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: the body is a file as it is, not JSON that the API defines.</summary>
/// <param name="Description">Which files, and how large.</param>
internal sealed record FileBody(string Description);
