using System.Security.Claims;
using MamConsole.Server.Access;

namespace MamConsole.Tests.Server.Access;

public sealed class AdministratorsTests
{
    private const string ObjectId = "0b9df4f0-5f3c-4a43-9c07-5c1f6a1f0d55";

    [Fact]
    public void From_ReadsRolesByExactNames()
    {
        var who = Administrators.From(
            Principal(
                ("oid", ObjectId),
                ("name", "Maja Lindqvist"),
                ("roles", "Author"),
                ("roles", "publisher"),
                ("roles", "0"),
                ("roles", "Owner,Auditor"),
                ("roles", "Admin")
            )
        );

        Assert.NotNull(who);
        Assert.Equal((Guid.Parse(ObjectId), "Maja Lindqvist", false), (who.ObjectId, who.Name, who.AppOnly));
        Assert.Equal([AppRole.Author], who.Roles);
    }

    [Theory]
    [InlineData(null, "Owner")]
    [InlineData("maja", "Owner")]
    [InlineData("{0b9df4f0-5f3c-4a43-9c07-5c1f6a1f0d55}", "Owner")]
    [InlineData(ObjectId, null)]
    [InlineData(ObjectId, "owner")]
    [InlineData(ObjectId, "4")]
    public void From_ReturnsNullWithoutValidIdOrRole(string? oid, string? role) =>
        Assert.Null(Administrators.From(Principal(("oid", oid), ("roles", role))));

    [Fact]
    public void From_ReturnsNullWhenNotSignedIn() =>
        Assert.Null(
            Administrators.From(new ClaimsPrincipal(new ClaimsIdentity([new Claim("oid", ObjectId), new Claim("roles", "Owner")])))
        );

    [Fact]
    public void Can_AllowsProgramOnlyToRead()
    {
        var who = Administrators.From(Principal(("oid", ObjectId), ("idtyp", "app"), ("roles", "Owner"), ("roles", "Author")));

        Assert.NotNull(who);
        Assert.Equal([Ability.ReadPolicies, Ability.ReadDevices, Ability.ReadAudit], Enum.GetValues<Ability>().Where(who.Can));
    }

    [Theory]
    [InlineData(
        AppRole.Owner,
        Ability.ReadPolicies,
        Ability.PublishPolicies,
        Ability.ReadDevices,
        Ability.ReadAudit,
        Ability.OperateDevices,
        Ability.RemoveDevices,
        Ability.ManageSettings,
        Ability.CommentOnVersions
    )]
    [InlineData(
        AppRole.Author,
        Ability.ReadPolicies,
        Ability.EditPolicies,
        Ability.ReadDevices,
        Ability.ReadAudit,
        Ability.CommentOnVersions
    )]
    [InlineData(
        AppRole.Publisher,
        Ability.ReadPolicies,
        Ability.PublishPolicies,
        Ability.ReadDevices,
        Ability.ReadAudit,
        Ability.OperateDevices,
        Ability.CommentOnVersions
    )]
    [InlineData(
        AppRole.HelpDesk,
        Ability.ReadPolicies,
        Ability.ReadDevices,
        Ability.ReadAudit,
        Ability.OperateDevices,
        Ability.RemoveDevices
    )]
    [InlineData(AppRole.Auditor, Ability.ReadPolicies, Ability.ReadDevices, Ability.ReadAudit, Ability.CommentOnVersions)]
    public void Can_AllowsAbilitiesOfRole(AppRole role, params Ability[] abilities)
    {
        var who = Administrators.From(Principal(("oid", ObjectId), ("roles", role.ToString())));

        Assert.NotNull(who);
        Assert.Equal(abilities, Enum.GetValues<Ability>().Where(who.Can));
    }

    private static ClaimsPrincipal Principal(params (string Type, string? Value)[] claims) =>
        new(
            new ClaimsIdentity(
                claims.Where(claim => claim.Value is not null).Select(claim => new Claim(claim.Type, claim.Value!)),
                "test",
                "name",
                "roles"
            )
        );
}
