namespace MamConsole.Server.Access.Tokens;

/// <summary>The signing keys of Entra have never been fetched, so tokens cannot be validated. An outage, not a rejection.</summary>
internal sealed class EntraUnavailableException(string message, Exception? inner) : Exception(message, inner);
