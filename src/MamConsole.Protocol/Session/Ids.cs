using System.Globalization;

namespace MamConsole.Protocol.Session;

/// <summary>CmdIDs: small integers (docs/reference/protocol.md §3.2).</summary>
internal static class Ids
{
    public static string At(int number) => number.ToString(CultureInfo.InvariantCulture);
}
