namespace MamConsole.Server.Policies;

internal sealed record NewName(string Name);
