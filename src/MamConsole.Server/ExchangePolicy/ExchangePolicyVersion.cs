using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>The requirements of Exchange for devices, as recorded by an administrator; a version never changes.</summary>
/// <param name="Number">From 1, without gaps; the highest is current. 0 = no version was ever recorded.</param>
/// <param name="Name">The name of the policy in Exchange; may be empty.</param>
/// <param name="Elements">The elements of EASProvisionDoc with a value.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">The name of the person who recorded it.</param>
public sealed record ExchangePolicyVersion(int Number, string Name, EasPolicy Elements, DateTimeOffset? RecordedAt, string RecordedBy)
{
    /// <summary>No version was ever recorded.</summary>
    public static readonly ExchangePolicyVersion None = new(0, "", EasPolicy.Empty, null, "");
}
