using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>Gives every connection to a server the address of another machine.</summary>
internal sealed class CallFromElsewhere : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, pipeline) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
                    return pipeline(context);
                }
            );
            next(app);
        };
}
