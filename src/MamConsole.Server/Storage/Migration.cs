namespace MamConsole.Server.Storage;

/// <summary>One migration of the database schema.</summary>
/// <param name="Name">Its number and name: <c>0001_policies</c>.</param>
/// <param name="Sql">Statements for both databases.</param>
internal sealed record Migration(string Name, string Sql);
