namespace MamConsole.Server.Access.Tokens;

/// <summary>Entra's keys were never reached: nobody can be told right from wrong until they are. An outage, not a refusal.</summary>
internal sealed class EntraUnavailableException(string message, Exception? inner) : Exception(message, inner);
