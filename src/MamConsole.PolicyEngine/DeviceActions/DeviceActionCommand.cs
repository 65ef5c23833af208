using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>
/// Something that a person asks of one device once, beside its policy. Closed. Stored with the names of its members: never rename one,
/// never change a discriminator.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReadNodes), "readNodes")]
[JsonDerivedType(typeof(Unenroll), "unenroll")]
[JsonDerivedType(typeof(RetrieveLogs), "retrieveLogs")]
[JsonDerivedType(typeof(VerifyHealth), "verifyHealth")]
public abstract record DeviceActionCommand
{
    private DeviceActionCommand() { }

    public T Match<T>(
        Func<ReadNodes, T> readNodes,
        Func<Unenroll, T> unenroll,
        Func<RetrieveLogs, T> retrieveLogs,
        Func<VerifyHealth, T> verifyHealth
    )
    {
        ArgumentNullException.ThrowIfNull(readNodes);
        ArgumentNullException.ThrowIfNull(unenroll);
        ArgumentNullException.ThrowIfNull(retrieveLogs);
        ArgumentNullException.ThrowIfNull(verifyHealth);
        return this switch
        {
            ReadNodes c => readNodes(c),
            Unenroll c => unenroll(c),
            RetrieveLogs c => retrieveLogs(c),
            VerifyHealth c => verifyHealth(c),
            _ => throw new InvalidOperationException("A one-off command is one of four."),
        };
    }

    /// <summary>Tells the values of nodes.</summary>
    /// <param name="LocUris">1 to <see cref="DeviceActionPlan.MaximumNodes"/> nodes that a server may read, as they are sent.</param>
    public sealed record ReadNodes(ValueList<string> LocUris) : DeviceActionCommand;

    /// <summary>Leaves (docs/reference/protocol.md §6.1). No answer is the usual answer.</summary>
    public sealed record Unenroll : DeviceActionCommand;

    /// <summary>Tells what the device's log of work data holds of a time (docs/reference/device-reporting.md §5).</summary>
    public sealed record RetrieveLogs(DateTimeOffset Since, DateTimeOffset Until) : DeviceActionCommand;

    /// <summary>Lets the attestation service look at how the device started (docs/reference/device-reporting.md §4.1).</summary>
    public sealed record VerifyHealth : DeviceActionCommand;
}
