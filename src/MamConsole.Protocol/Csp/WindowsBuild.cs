namespace MamConsole.Protocol.Csp;

/// <summary>A Windows build, and the servicing revision that brought something to it: 19044.1566.</summary>
/// <param name="Build">Such as 22621.</param>
/// <param name="Revision">0 = the build's first release.</param>
public readonly record struct WindowsBuild(int Build, int Revision = 0) : IComparable<WindowsBuild>
{
    /// <summary>Windows 10 1703: the first that has MAM at all (docs/reference/protocol.md §1.1).</summary>
    public static readonly WindowsBuild FirstWithMam = new(CspNode.FirstBuildWithMam);

    public int CompareTo(WindowsBuild other) => (Build, Revision).CompareTo((other.Build, other.Revision));

    public static bool operator <(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) < 0;

    public static bool operator >(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) > 0;

    public static bool operator <=(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) <= 0;

    public static bool operator >=(WindowsBuild left, WindowsBuild right) => left.CompareTo(right) >= 0;

    public override string ToString() => Revision == 0 ? $"{Build}" : $"{Build}.{Revision}";
}
