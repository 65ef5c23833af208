namespace MamConsole.Server.Access.Tokens;

/// <summary>The audiences that count as ours, for each form of token.</summary>
internal sealed record Audiences(IReadOnlyList<string> V1, IReadOnlyList<string> V2);
