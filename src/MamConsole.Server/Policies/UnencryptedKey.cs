using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>
/// A pasted document contains, or may contain, a key in clear text. Storing it would keep the key readable in the database and in the audit
/// trail.
/// </summary>
/// <param name="Field">The document, as a path in the policy's JSON.</param>
public sealed record UnencryptedKey(string Field)
    : Problem(
        $"{Field} contains a key in clear text. Store it as a secret (POST /api/v1/secrets), refer to the secret next to the document, "
            + "and leave keyMaterial or L2tpPsk empty."
    )
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
