namespace MamConsole.Server.DeviceRequests;

/// <summary>Why a device's call was not answered as it wished.</summary>
internal enum RejectionReason
{
    /// <summary>An address below /mam that leads nowhere.</summary>
    Path,

    /// <summary>A method that the address does not know.</summary>
    Method,

    /// <summary>Neither SyncML nor what enrollment speaks, by its name.</summary>
    MediaType,

    /// <summary>Not readable as what it claims to be.</summary>
    Malformed,

    /// <summary>A body larger than allowed, or one that came too slowly.</summary>
    Body,

    /// <summary>No token at all.</summary>
    NoToken,

    /// <summary>A token that is none of ours.</summary>
    Token,

    /// <summary>A good token for what is not this person's.</summary>
    Forbidden,

    /// <summary>The call of a device that an administrator blocked.</summary>
    Blocked,

    /// <summary>The call of a device that is being retired.</summary>
    Retiring,

    /// <summary>This device called too often.</summary>
    DeviceRate,

    /// <summary>Too much was refused from this address.</summary>
    AddressRate,

    /// <summary>Too many calls at once.</summary>
    Pressure,

    /// <summary>Entra or the database is out of reach.</summary>
    Outage,

    /// <summary>A bug.</summary>
    Failure,
}
