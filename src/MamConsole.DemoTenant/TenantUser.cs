namespace MamConsole.DemoTenant;

/// <summary>A person of the demo tenant.</summary>
/// <param name="ObjectId">The <c>oid</c> claim.</param>
/// <param name="UserName">The user principal name that the person signs in with.</param>
/// <param name="DisplayName">The <c>name</c> claim.</param>
/// <param name="Password">The random password, generated with the tenant.</param>
/// <param name="Roles">The app roles in the console; empty for people who only have devices.</param>
public sealed record TenantUser(Guid ObjectId, string UserName, string DisplayName, string Password, IReadOnlyList<string> Roles)
{
    /// <summary>Returns the user name only, so that a logged user does not disclose the password.</summary>
    public override string ToString() => UserName;
}
