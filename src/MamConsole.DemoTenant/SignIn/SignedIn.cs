namespace MamConsole.DemoTenant.SignIn;

/// <summary>A completed sign-in of a person for one application.</summary>
internal sealed record SignedIn(TenantUser User, Guid Client, string Scope, string? Nonce);
