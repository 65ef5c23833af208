using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>Converts DNS name rules to one line of text and back. Any text makes a row; validation reports what is wrong with it.</summary>
internal static class VpnText
{
    private const string Connects = "connects";

    public static string Of(VpnNameRule rule) =>
        string.Join(' ', [rule.Name, .. rule.DnsServers, .. rule.Connects ? [Connects] : Array.Empty<string>()]);

    public static VpnNameRule ReadNameRule(string text)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var connects = words.Length > 1 && words[^1].Equals(Connects, StringComparison.OrdinalIgnoreCase);
        return words is [var name, ..]
            ? new VpnNameRule
            {
                Name = name,
                DnsServers = words[1..(connects ? ^1 : ^0)].ToValueList(),
                Connects = connects,
            }
            : new VpnNameRule();
    }
}
