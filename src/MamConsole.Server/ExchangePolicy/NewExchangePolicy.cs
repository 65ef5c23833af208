using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>What to record: elements, or a text that holds them.</summary>
public sealed record NewExchangePolicy
{
    /// <summary>How the policy is called; empty takes the name that stands in the text.</summary>
    public string Name { get; init; } = "";

    /// <summary>The elements of EASProvisionDoc; not with <see cref="Text"/>.</summary>
    public EasPolicy? Elements { get; init; }

    /// <summary>
    /// What <c>Get-MobileDeviceMailboxPolicy | Format-List</c> printed, or an EASProvisionDoc; not with <see cref="Elements"/>.
    /// </summary>
    public string? Text { get; init; }
}
