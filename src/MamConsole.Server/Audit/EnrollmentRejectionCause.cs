namespace MamConsole.Server.Audit;

/// <summary>Why an enrollment was rejected because of an existing one. Stored by name: never rename.</summary>
internal enum EnrollmentRejectionCause
{
    /// <summary>The device is enrolled for another account.</summary>
    OwnedByAnotherUser,

    /// <summary>The token's <c>deviceid</c> claim differs from that of the existing enrollment with this device ID.</summary>
    DeviceIdChanged,
}
