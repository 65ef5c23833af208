namespace MamConsole.Server.Policies;

internal sealed record CreatedPolicy(string PolicyId);
