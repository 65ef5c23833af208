using Microsoft.AspNetCore.Components.Server.Circuits;

namespace MamConsole.Server.Access.SignIn;

/// <summary>The time of the last user activity on a circuit. Keep-alive messages of the connection do not count.</summary>
internal sealed class CircuitActivity(TimeProvider clock) : CircuitHandler
{
    public DateTimeOffset Last { get; private set; } = clock.GetUtcNow();

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        context =>
        {
            Last = clock.GetUtcNow();
            return next(context);
        };
}
