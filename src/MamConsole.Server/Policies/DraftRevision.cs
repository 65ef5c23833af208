namespace MamConsole.Server.Policies;

/// <summary>A draft's revision, which is its ETag as well.</summary>
internal sealed record DraftRevision(int Revision);
