using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>
/// An action that a person requests for one device once, independent of its policy. Closed. Stored with the names of its members: never
/// rename one, never change a discriminator.
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
            _ => throw new InvalidOperationException("The kind of device action is not supported."),
        };
    }

    /// <summary>Reads the values of nodes.</summary>
    /// <param name="LocUris">1 to <see cref="DeviceActionPlan.MaximumNodes"/> nodes that a server is allowed to read, as they are
    /// sent.</param>
    public sealed record ReadNodes(ValueList<string> LocUris) : DeviceActionCommand;

    /// <summary>Unenrolls the device (docs/reference/protocol.md §6.1). Usually the device sends no answer.</summary>
    public sealed record Unenroll : DeviceActionCommand;

    /// <summary>Reads the device's WIP audit log for a period (docs/reference/device-reporting.md §5).</summary>
    public sealed record RetrieveLogs(DateTimeOffset Since, DateTimeOffset Until) : DeviceActionCommand;

    /// <summary>Requests a health attestation of the device's boot (docs/reference/device-reporting.md §4.1).</summary>
    public sealed record VerifyHealth : DeviceActionCommand;
}
