namespace MamConsole.Server.Outcomes;

/// <summary>The body is too long.</summary>
/// <param name="Limit">The maximum size in bytes.</param>
public sealed record BodyTooLarge(int Limit) : Problem($"The body is longer than {Limit} bytes.")
{
    public override int Status => StatusCodes.Status413PayloadTooLarge;
}
