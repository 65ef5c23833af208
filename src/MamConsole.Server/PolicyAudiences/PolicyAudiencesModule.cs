namespace MamConsole.Server.PolicyAudiences;

/// <summary>Registers the questions who gets a policy.</summary>
internal static class PolicyAudiencesModule
{
    public static IServiceCollection AddPolicyAudiences(this IServiceCollection services) =>
        services.AddSingleton<AudienceQueries>().AddSingleton<FindGroups>();
}
