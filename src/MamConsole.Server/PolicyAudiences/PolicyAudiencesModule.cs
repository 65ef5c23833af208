namespace MamConsole.Server.PolicyAudiences;

/// <summary>Registers the queries of policy audiences.</summary>
internal static class PolicyAudiencesModule
{
    public static IServiceCollection AddPolicyAudiences(this IServiceCollection services) =>
        services.AddSingleton<AudienceQueries>().AddSingleton<FindGroups>();
}
