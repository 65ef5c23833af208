namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: what a caller must be able to do. The description names the roles; the use case itself checks.</summary>
/// <param name="Ability">The ability that the use case asks for.</param>
internal sealed record RequiredAbility(Ability Ability)
{
    /// <summary>The app roles that have the ability, in the order of <see cref="AppRole"/>.</summary>
    public IEnumerable<AppRole> Roles => Enum.GetValues<AppRole>().Where(role => Can(role, appOnly: false));

    /// <summary>Whether a token without a person behind it may call the operation.</summary>
    public bool AllowsAppOnly => Enum.GetValues<AppRole>().Any(role => Can(role, appOnly: true));

    private bool Can(AppRole role, bool appOnly) => new Administrator(Guid.Empty, "", [role], appOnly).Can(Ability);
}
