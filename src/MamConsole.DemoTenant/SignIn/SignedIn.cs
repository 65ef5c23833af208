namespace MamConsole.DemoTenant.SignIn;

/// <summary>A person who signed in, for the application that sent them.</summary>
internal sealed record SignedIn(TenantUser User, Guid Client, string Scope, string? Nonce);
