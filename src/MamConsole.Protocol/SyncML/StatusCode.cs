using System.Globalization;

namespace MamConsole.Protocol.SyncML;

/// <summary>A status code of OMA DM (docs/reference/protocol.md §3.12).</summary>
/// <param name="Value">100 to 599; 0 is <see cref="None"/>.</param>
public readonly record struct StatusCode(int Value)
{
    /// <summary>No code: the status had no number. Never a success.</summary>
    public static readonly StatusCode None = new(0);

    public static readonly StatusCode Ok = new(200);
    public static readonly StatusCode Accepted = new(202);
    public static readonly StatusCode AuthenticatedForSession = new(212);
    public static readonly StatusCode ChunkBuffered = new(213);
    public static readonly StatusCode Cancelled = new(214);
    public static readonly StatusCode NotExecuted = new(215);
    public static readonly StatusCode RolledBack = new(216);
    public static readonly StatusCode BadRequest = new(400);
    public static readonly StatusCode Unauthorized = new(401);
    public static readonly StatusCode Forbidden = new(403);
    public static readonly StatusCode NotFound = new(404);
    public static readonly StatusCode NotAllowed = new(405);
    public static readonly StatusCode NotSupported = new(406);
    public static readonly StatusCode CredentialsMissing = new(407);
    public static readonly StatusCode SizeRequired = new(411);
    public static readonly StatusCode TooLarge = new(413);
    public static readonly StatusCode UnsupportedFormat = new(415);
    public static readonly StatusCode SizeTooBig = new(416);
    public static readonly StatusCode AlreadyExists = new(418);
    public static readonly StatusCode SizeMismatch = new(424);
    public static readonly StatusCode PermissionDenied = new(425);
    public static readonly StatusCode Failed = new(500);
    public static readonly StatusCode AtomicFailed = new(507);
    public static readonly StatusCode RollbackFailed = new(516);

    /// <summary>Whether the command succeeded: 200, 202 or 212.</summary>
    public bool IsSuccess => Value is 200 or 202 or 212;

    /// <summary>The consequence of the code, independent of the command (<see cref="StatusMeaning"/>).</summary>
    public StatusClass Class => StatusMeaning.Of(this).Class;

    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
