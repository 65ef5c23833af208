using Microsoft.AspNetCore.Components.Authorization;

namespace MamConsole.Server.Access;

/// <summary>The administrator of a page or a circuit. Read again before each use case, so that the end of a session is noticed.</summary>
internal sealed class CurrentAdministrator(AuthenticationStateProvider state)
{
    /// <summary>Null when the session has ended or the person has no role.</summary>
    public async Task<Administrator?> FindAsync() => Administrators.From((await state.GetAuthenticationStateAsync()).User);

    /// <exception cref="UnauthorizedAccessException">The session has ended or the person has no role. Pages are not shown to such people,
    /// so this is a race with the end of the session.</exception>
    public async Task<Administrator> GetAsync() =>
        await FindAsync() ?? throw new UnauthorizedAccessException("The session has ended. Sign in again.");
}
