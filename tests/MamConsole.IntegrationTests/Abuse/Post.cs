using MamConsole.IntegrationTests.Access;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Simulator;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>A server with one enrolled device and a published policy.</summary>
internal sealed record Post(Journey Journey, SimulatedDevice Device, bool AnswersInHttp)
{
    public Uri Url => Journey.Server.Url;

    public TokenFactory Maker => new(Journey.Server.Tenant, Journey.Person(), Journey.Time);

    public static async Task<Post> CreateAsync(string answer)
    {
        // All requests of a test come from one address, and nearly all of them are rejected.
        var journey = await Journey.StartAsync(
            "Sqlite",
            ("Devices:UnauthenticatedAnswer", answer),
            ("Limits:RefusalsPerAddressPerMinute", "0"),
            ("Limits:CallsPerDevicePerMinute", "0")
        );
        await journey.PublishAsync(WorkPolicies.Everything);
        return new Post(journey, await journey.EnrolledAsync(), answer == "Http401");
    }
}
