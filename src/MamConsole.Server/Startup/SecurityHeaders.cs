namespace MamConsole.Server.Startup;

/// <summary>
/// The headers that restrict what the console's pages may do in a browser (docs/reference/stack.md §5). Device responses have none: their
/// web client reads none, and the terms page sets its own.
/// </summary>
internal static class SecurityHeaders
{
    public static void AddSecurityHeaders(this IServiceCollection services, IHostEnvironment environment)
    {
        var devices = new HeaderPolicyCollection();
        var console = Console(withNonce: false);
        // The API reference starts with an inline script, which a nonce allows. Its path has no endpoint outside Development.
        var reference = environment.IsDevelopment() ? Console(withNonce: true) : console;
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(console).SetPolicySelector(context => Of(context.HttpContext.Request.Path));

        HeaderPolicyCollection Of(PathString path)
        {
            if (path.StartsWithSegments("/mam"))
            {
                return devices;
            }

            return path.StartsWithSegments(ApiReference.Root) ? reference : console;
        }
    }

    private static HeaderPolicyCollection Console(bool withNonce) =>
        new HeaderPolicyCollection()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().Self();
                var scripts = policy.AddScriptSrc().Self();
                if (withNonce)
                {
                    scripts.WithNonce();
                }

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
                // Only features that every browser supports: an unknown name is an error in the browser's console.
                policy.AddCamera().None();
                policy.AddMicrophone().None();
                policy.AddGeolocation().None();
                policy.AddPayment().None();
                policy.AddUsb().None();
            });
}
