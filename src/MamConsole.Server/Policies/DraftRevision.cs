namespace MamConsole.Server.Policies;

/// <summary>The revision of a draft; the ETag has the same value.</summary>
internal sealed record DraftRevision(int Revision);
