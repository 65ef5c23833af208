using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>A pasted document holds a key, or may hold one: what is stored would keep it readable, in the audit trail for good.</summary>
/// <param name="Field">The document, as a path in the policy's JSON.</param>
public sealed record UnencryptedKey(string Field)
    : Problem(
        $"A key stands in {Field} for everybody to read. Keep it as a secret (POST /api/v1/secrets), name it beside the document, "
            + "and leave keyMaterial or L2tpPsk empty."
    )
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
