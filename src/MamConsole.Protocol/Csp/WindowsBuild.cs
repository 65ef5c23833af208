namespace MamConsole.Protocol.Csp;

/// <summary>A Windows build with its servicing revision: 19044.1566.</summary>
/// <param name="Build">The build, such as 22621.</param>
/// <param name="Revision">The revision; 0 = the first release of the build.</param>
public readonly record struct WindowsBuild(int Build, int Revision = 0) : IComparable<WindowsBuild>
{
    /// <summary>Windows 10 1703: the first build with MAM (docs/reference/protocol.md §1.1).</summary>
    public static readonly WindowsBuild FirstWithMam = new(CspNode.FirstBuildWithMam);

    public int CompareTo(WindowsBuild other) => (Build, Revision).CompareTo((other.Build, other.Revision));

    public static bool operator <(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) < 0;

    public static bool operator >(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) > 0;

    public static bool operator <=(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) <= 0;

    public static bool operator >=(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) >= 0;

    public override string ToString() => Revision == 0 ? $"{Build}" : $"{Build}.{Revision}";
}
