using MamConsole.IntegrationTests.Access;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Simulator;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>A server with one enrolled device that has a policy to get.</summary>
internal sealed record Post(Journey Journey, SimulatedDevice Device, bool AnswersInHttp)
{
    public Uri Url => Journey.Server.Url;

    public TokenFactory Maker => new(Journey.Server.Tenant, Journey.Person(), Journey.Time);

    public static async Task<Post> CreateAsync(string answer)
    {
        // Everything in a test comes from one address, and nearly all of it is refused.
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
