namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The releases of Windows that support MAM policies, newest first.</summary>
public static class WindowsReleases
{
    public static readonly IReadOnlyList<WindowsRelease> All =
    [
        new(26200, "Windows 11 25H2"),
        new(26100, "Windows 11 24H2"),
        new(22631, "Windows 11 23H2"),
        new(22621, "Windows 11 22H2"),
        new(22000, "Windows 11 21H2"),
        new(19045, "Windows 10 22H2"),
        new(19044, "Windows 10 21H2"),
        new(19043, "Windows 10 21H1"),
        new(19042, "Windows 10 20H2"),
        new(19041, "Windows 10 2004"),
        new(18363, "Windows 10 1909"),
        new(18362, "Windows 10 1903"),
        new(17763, "Windows 10 1809"),
        new(17134, "Windows 10 1803"),
        new(16299, "Windows 10 1709"),
        new(15063, "Windows 10 1703"),
    ];

    /// <summary>Returns the name of the release with exactly this build, otherwise the build number: "build 22635".</summary>
    public static string NameOf(int build) => All.FirstOrDefault(release => release.Build == build)?.Name ?? $"build {build}";
}
