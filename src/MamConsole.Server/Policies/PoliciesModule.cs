using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Policies.History;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MamConsole.Server.Policies;

/// <summary>Registers the module.</summary>
internal static class PoliciesModule
{
    public static IServiceCollection AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        var tenant = Tenant(configuration);
        services.AddSingleton(tenant);
        services.AddSingleton(new CompilerOptions(tenant.ProviderId, tenant.TenantId ?? Guid.Empty));
        services.AddSingleton<PolicyRules>();
        services.AddSingleton<PolicyStore>();
        services.AddSingleton<VersionStore>();
        services.AddSingleton<ActivePolicyCache>();
        services.AddSingleton<PolicyQueries>();
        services.AddSingleton<Publication>();
        services.AddSingleton<CreatePolicy>();
        services.AddSingleton<RenamePolicy>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<DiscardDraft>();
        services.AddSingleton<PublishPolicy>();
        services.AddSingleton<RollBackPolicy>();
        services.AddSingleton<ImpactQueries>();
        services.AddSingleton<CommentStore>();
        services.AddSingleton<CommentQueries>();
        services.AddSingleton<CommentOnVersion>();

        services.AddSingleton<VersionsWithoutKeyRevocation>();
        services.AddSingleton<HandoffQueries>();
        services.AddSingleton<PolicyAudience>();
        services.TryAddSingleton<CountAudience>(provider => provider.GetRequiredService<PolicyAudience>().CountAsync);
        return services;
    }

    private static TenantFacts Tenant(IConfiguration configuration) =>
        new(
            Guid.TryParse(configuration["AzureAd:TenantId"], out var tenantId) ? tenantId : null,
            configuration["Devices:ProviderId"] is { Length: > 0 } providerId ? providerId : "MamConsole",
            Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var address) ? new Uri(address, "/mam/enroll") : null
        )
        {
            VerifiedDomains = configuration.GetSection("Graph:VerifiedDomains").Get<string[]>() is { Length: > 0 } domains
                ? domains.ToValueList()
                : null,
        };
}
