namespace MamConsole.Server.Access.Description;

/// <summary>
/// Endpoint metadata: the ability that a caller needs. The description names the roles; the use case itself checks the ability.
/// </summary>
/// <param name="Ability">The ability that the use case requires.</param>
internal sealed record RequiredAbility(Ability Ability)
{
    /// <summary>The app roles that have the ability, in the order of <see cref="AppRole"/>.</summary>
    public IEnumerable<AppRole> Roles => Enum.GetValues<AppRole>().Where(role => Can(role, appOnly: false));

    /// <summary>Whether the operation accepts a token that was issued to an application without a user.</summary>
    public bool AllowsAppOnly => Enum.GetValues<AppRole>().Any(role => Can(role, appOnly: true));

    private bool Can(AppRole role, bool appOnly) => new Administrator(Guid.Empty, "", [role], appOnly).Can(Ability);
}
