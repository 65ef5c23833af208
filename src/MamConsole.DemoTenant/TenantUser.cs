namespace MamConsole.DemoTenant;

/// <summary>A person of the demo tenant.</summary>
/// <param name="ObjectId">The <c>oid</c> claim.</param>
/// <param name="UserName">The user principal name that they sign in with.</param>
/// <param name="DisplayName">The <c>name</c> claim.</param>
/// <param name="Password">Random, made with the tenant.</param>
/// <param name="Roles">The app roles in the console; empty for people who only have devices.</param>
public sealed record TenantUser(Guid ObjectId, string UserName, string DisplayName, string Password, IReadOnlyList<string> Roles)
{
    /// <summary>The name without its password, so that a user can stand in a log.</summary>
    public override string ToString() => UserName;
}
