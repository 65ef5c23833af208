using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace MamConsole.Server.Access.SignIn;

/// <summary>
/// Ends circuits with the session that opened them: a circuit uses an open connection, so the expiration of its cookie has no effect on it.
/// </summary>
internal sealed class SessionRevalidation(ILoggerFactory loggers, CircuitActivity activity, TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(60);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        return Task.FromResult(ConsoleSession.IsCurrent(authenticationState.User, now) && now - activity.Last < ConsoleSession.Idle);
    }
}
