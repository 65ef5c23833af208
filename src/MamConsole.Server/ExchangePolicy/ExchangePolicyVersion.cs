using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>What Exchange asks of devices, as somebody recorded it; it never changes.</summary>
/// <param name="Number">From 1, without gaps; the highest counts. 0 = nothing was ever recorded.</param>
/// <param name="Name">How the policy is called in Exchange; may be empty.</param>
/// <param name="Elements">The elements of EASProvisionDoc that say something.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">The person's name.</param>
public sealed record ExchangePolicyVersion(int Number, string Name, EasPolicy Elements, DateTimeOffset? RecordedAt, string RecordedBy)
{
    /// <summary>Where nothing was ever recorded.</summary>
    public static readonly ExchangePolicyVersion None = new(0, "", EasPolicy.Empty, null, "");
}
