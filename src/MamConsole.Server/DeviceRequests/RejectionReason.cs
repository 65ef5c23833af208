namespace MamConsole.Server.DeviceRequests;

/// <summary>Why a device request was rejected.</summary>
internal enum RejectionReason
{
    /// <summary>An unknown address below /mam.</summary>
    Path,

    /// <summary>A method that the address does not support.</summary>
    Method,

    /// <summary>A Content-Type that is neither SyncML nor that of enrollment.</summary>
    MediaType,

    /// <summary>A body that cannot be parsed as its Content-Type.</summary>
    Malformed,

    /// <summary>A body that is larger than allowed or was sent too slowly.</summary>
    Body,

    /// <summary>No token.</summary>
    NoToken,

    /// <summary>An invalid token.</summary>
    Token,

    /// <summary>A valid token without access to the enrollment.</summary>
    Forbidden,

    /// <summary>The request of a device that an administrator blocked.</summary>
    Blocked,

    /// <summary>The request of a device that is being retired.</summary>
    Retiring,

    /// <summary>The device exceeds its rate limit.</summary>
    DeviceRate,

    /// <summary>The address exceeds its limit of rejected requests.</summary>
    AddressRate,

    /// <summary>Too many concurrent requests.</summary>
    Pressure,

    /// <summary>Entra or the database is unavailable.</summary>
    Outage,

    /// <summary>A bug.</summary>
    Failure,
}
