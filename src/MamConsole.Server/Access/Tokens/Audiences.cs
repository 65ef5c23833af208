namespace MamConsole.Server.Access.Tokens;

/// <summary>The accepted audiences for each token version.</summary>
internal sealed record Audiences(IReadOnlyList<string> V1, IReadOnlyList<string> V2);
