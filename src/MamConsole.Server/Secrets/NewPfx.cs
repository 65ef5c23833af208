namespace MamConsole.Server.Secrets;

/// <summary>A certificate with its key to keep.</summary>
/// <param name="Content">The bytes of the .pfx file; base64 in JSON.</param>
/// <param name="Password">The file's password; empty when it has none.</param>
internal sealed record NewPfx(byte[] Content, string Password)
{
    /// <summary>So that no log can hold it by mistake.</summary>
    public override string ToString() => nameof(NewPfx);
}
