namespace MamConsole.Server.Storage;

/// <summary>One step of the database's shape.</summary>
/// <param name="Name">Its number and words: <c>0001_policies</c>.</param>
/// <param name="Sql">Statements for both databases.</param>
internal sealed record Migration(string Name, string Sql);
