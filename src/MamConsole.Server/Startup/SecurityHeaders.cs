namespace MamConsole.Server.Startup;

/// <summary>The headers that tell a browser what the console's pages may do (stack.md §5). Devices get none: their web client reads none, and the terms page sets its own.</summary>
internal static class SecurityHeaders
{
    public static void AddSecurityHeaders(this IServiceCollection services)
    {
        var devices = new HeaderPolicyCollection();
        var console = Console();
        services
            .AddSecurityHeaderPolicies()
            .SetDefaultPolicy(console)
            .SetPolicySelector(context => context.HttpContext.Request.Path.StartsWithSegments("/mam") ? devices : console);
    }

    private static HeaderPolicyCollection Console() =>
        new HeaderPolicyCollection()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().Self();
                policy.AddScriptSrc().Self();
                // The theme and the components write style attributes.
                policy.AddStyleSrc().Self().UnsafeInline();
                policy.AddImgSrc().Self().Data();
                policy.AddConnectSrc().Self();
                policy.AddObjectSrc().None();
                policy.AddBaseUri().Self();
                policy.AddFrameAncestors().None();
                policy.AddFormAction().Self();
            })
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddPermissionsPolicy(policy =>
            {
                // Only what every browser knows: an unknown name is an error in its console.
                policy.AddCamera().None();
                policy.AddMicrophone().None();
                policy.AddGeolocation().None();
                policy.AddPayment().None();
                policy.AddUsb().None();
            });
}
