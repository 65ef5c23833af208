namespace MamConsole.Server.Secrets;

/// <summary>A certificate to store with its private key.</summary>
/// <param name="Content">The bytes of the .pfx file; base64 in JSON.</param>
/// <param name="Password">The file's password; empty when it has none.</param>
internal sealed record NewPfx(byte[] Content, string Password)
{
    /// <summary>Omits all values, so that no log contains them by mistake.</summary>
    public override string ToString() => nameof(NewPfx);
}
