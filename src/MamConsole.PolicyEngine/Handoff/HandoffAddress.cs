using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>An MDM's discovery address (HO-URL-01).</summary>
public static class HandoffAddress
{
    /// <summary>Returns the address, or null when it is not absolute https with a DNS name, or has a user, a fragment or spaces.</summary>
    public static Uri? TryRead(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps
        && url.HostNameType == UriHostNameType.Dns
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0
        && !typed.Any(HostText.IsBlank)
            ? url
            : null;
}
