using MamConsole.Server.Policies;

namespace MamConsole.Server.Devices;

/// <summary>A version that a session concerned.</summary>
/// <param name="PolicyId">Its policy.</param>
/// <param name="Name">The policy's name; "a policy" when it is not in force any more.</param>
/// <param name="Number">The version's number.</param>
public sealed record VersionMentioned(string PolicyId, string Name, int Number)
{
    /// <summary>The version with the name of its policy.</summary>
    public static VersionMentioned Of(VersionRef version, string name) => new(version.PolicyId, name, version.Number);
}
