using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>A policy to record: elements, or a text that contains them.</summary>
public sealed record NewExchangePolicy
{
    /// <summary>The name of the policy; when empty, the name in the text is used.</summary>
    public string Name { get; init; } = "";

    /// <summary>The elements of EASProvisionDoc; not with <see cref="Text"/>.</summary>
    public EasPolicy? Elements { get; init; }

    /// <summary>
    /// The output of <c>Get-MobileDeviceMailboxPolicy | Format-List</c>, or an EASProvisionDoc; not with <see cref="Elements"/>.
    /// </summary>
    public string? Text { get; init; }
}
