using System.Collections.Frozen;

namespace MamConsole.Server.Fleet;

/// <summary>Which versions are in force now. The module of policies provides it; here policies are known by version id only.</summary>
/// <param name="VersionIds">The current version of each published policy that somebody gets.</param>
/// <param name="ForEveryone">Whether one of them is for everyone, so that no device is meant to have nothing.</param>
internal sealed record CurrentVersions(FrozenSet<long> VersionIds, bool ForEveryone);
