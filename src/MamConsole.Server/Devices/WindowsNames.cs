namespace MamConsole.Server.Devices;

/// <summary>Names of Windows versions and editions.</summary>
internal static class WindowsNames
{
    /// <summary>The version by build, as the About page of Windows names it; the reported version when there is no build.</summary>
    public static string Version(string version, int? build) =>
        build switch
        {
            null => version.Length == 0 ? "not known" : version,
            >= 26200 => $"Windows 11 25H2 or later ({build})",
            >= 26100 => $"Windows 11 24H2 ({build})",
            >= 22631 => $"Windows 11 23H2 ({build})",
            >= 22621 => $"Windows 11 22H2 ({build})",
            >= 22000 => $"Windows 11 21H2 ({build})",
            >= 19045 => $"Windows 10 22H2 ({build})",
            >= 19044 => $"Windows 10 21H2 ({build})",
            _ => $"Windows 10 ({build})",
        };

    /// <summary>The PRODUCT_ number of an enrollment (docs/reference/protocol.md §1.3).</summary>
    public static string Edition(int? edition) =>
        edition switch
        {
            null => "not known",
            98 => "Home N",
            99 => "Home China",
            100 => "Home Single Language",
            101 => "Home",
            48 => "Pro",
            49 => "Pro N",
            4 => "Enterprise",
            27 => "Enterprise N",
            72 => "Enterprise Evaluation",
            121 => "Education",
            122 => "Education N",
            161 => "Pro for Workstations",
            164 => "Pro Education",
            175 => "Enterprise multi-session",
            _ => $"edition {edition}",
        };
}
