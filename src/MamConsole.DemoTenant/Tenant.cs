using System.Text;
using MamConsole.DemoTenant.Tokens;

namespace MamConsole.DemoTenant;

/// <summary>
/// A simulated Entra tenant: its ids, its people and the tokens that it issues. Its issuers are on an https host that does not exist;
/// <see cref="LoopbackHosts"/> redirects requests to the address where the tenant actually listens.
/// </summary>
public sealed class Tenant
{
    private readonly TokenMint mint;
    private volatile Uri[] consoles = [];

    internal Tenant(TenantFile file, DemoTenantOptions options)
    {
        Id = file.TenantId;
        ConsoleClientId = file.ConsoleClientId;
        ConsoleClientSecret = file.ConsoleClientSecret;
        MamClientId = file.MamClientId;
        AppIdUri = file.AppIdUri;
        Staff = file.Staff;
        People = [.. file.People.Take(options.People)];
        Groups = TenantGroups.Fill(file.Groups, People);
        Clock = options.Clock;
        Address = options.Address;
        Keys = new SigningKeys(file.SigningKey);
        mint = new TokenMint(this, Keys, options.Clock);
    }

    /// <summary>The host of the authority that the server is configured with.</summary>
    public static Uri Instance { get; } = new("https://login.demo.invalid/");

    /// <summary>The address of Graph that the server is configured with.</summary>
    public static Uri GraphAddress { get; } = new(Instance, "graph");

    /// <summary>The tenant's id, <c>tid</c>.</summary>
    public Guid Id { get; }

    /// <summary>The client id of the console's application.</summary>
    public Guid ConsoleClientId { get; }

    /// <summary>The client secret of the console's application.</summary>
    public string ConsoleClientSecret { get; }

    /// <summary>The client id of the MAM application, which devices request tokens for.</summary>
    public Guid MamClientId { get; }

    /// <summary>The App ID URI of the MAM application.</summary>
    public string AppIdUri { get; }

    /// <summary>The people with a console account; the last one has no role.</summary>
    public IReadOnlyList<TenantUser> Staff { get; }

    /// <summary>The people who only own devices.</summary>
    public IReadOnlyList<TenantUser> People { get; }

    /// <summary>The groups. Their members may change at run time.</summary>
    public IReadOnlyList<TenantGroup> Groups { get; }

    /// <summary>All people: the staff first, then the device owners.</summary>
    public IEnumerable<TenantUser> Users => Staff.Concat(People);

    /// <summary>The address where the tenant listens; set once it is started.</summary>
    public Uri Address { get; internal set; }

    /// <summary>The issuer of v1.0 tokens.</summary>
    public string IssuerV1 => $"https://sts.demo.invalid/{Id:D}/";

    /// <summary>The issuer of v2.0 tokens.</summary>
    public string IssuerV2 => $"{Instance}{Id:D}/v2.0";

    /// <summary>The number of requests for each path, which tests of caching count.</summary>
    public RequestCounts Requests { get; } = new();

    /// <summary>While true, every request gets the response 503, which simulates an outage of the identity provider.</summary>
    public bool Down { get; set; }

    /// <summary>While true, only Graph responds with 503.</summary>
    public bool GraphDown { get; set; }

    /// <summary>While false, Graph responds to requests about groups with 403, as without admin consent.</summary>
    public bool GraphAllowsGroups { get; set; } = true;

    /// <summary>The maximum number of objects on one page of Graph.</summary>
    public int GraphPageSize { get; set; } = 100;

    internal Guid ScriptClientId { get; } = Guid.Parse("5c1f7a52-0d0c-4f0e-9a53-6f1f1c3b7d10");

    internal Guid ScriptPrincipalId { get; } = Guid.Parse("0e7a4f4c-8d3b-4c59-8a0e-3a1d9b1f6c21");

    internal TimeProvider Clock { get; }

    internal SigningKeys Keys { get; }

    /// <summary>Registers a redirect address for the console at this address.</summary>
    public void TrustConsole(Uri address) => consoles = [.. consoles, address];

    /// <summary>Signs with a new key from now on, as Entra does without notice. The previous key stays published.</summary>
    public void RollSigningKey() => Keys.Roll();

    /// <summary>Returns the person with that user name, ignoring case; null when there is none.</summary>
    public TenantUser? Find(string userName) =>
        Users.FirstOrDefault(user => string.Equals(user.UserName, userName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the first person who has exactly these roles.</summary>
    /// <exception cref="InvalidOperationException">No person has exactly these roles.</exception>
    public TenantUser WithRoles(params string[] roles) =>
        Staff.FirstOrDefault(user => user.Roles.ToHashSet().SetEquals(roles))
        ?? throw new InvalidOperationException($"Nobody in the demo tenant has exactly the roles {string.Join(", ", roles)}.");

    /// <summary>Returns the group with that name.</summary>
    /// <exception cref="InvalidOperationException">There is no such group.</exception>
    public TenantGroup Group(string displayName) =>
        Groups.FirstOrDefault(group => group.DisplayName == displayName)
        ?? throw new InvalidOperationException($"There is no group {displayName} in the demo tenant.");

    /// <summary>Issues a token as Windows gets it for a person and the MAM application: scope <c>mdm_delegation</c>, no roles.</summary>
    public string IssueDeviceToken(
        TenantUser user,
        TokenVersion version = TokenVersion.V2,
        Guid? deviceId = null,
        TokenFaults? faults = null
    ) => mint.Device(user, version, deviceId, faults ?? new TokenFaults());

    /// <summary>Issues a token for the console's API: scope <c>access_as_user</c> and the roles of the person.</summary>
    public string IssueApiToken(TenantUser user, TokenVersion version = TokenVersion.V2, TokenFaults? faults = null) =>
        mint.Api(user, version, faults ?? new TokenFaults());

    /// <summary>Issues an app-only token for the console's API.</summary>
    public string IssueAppToken(IReadOnlyList<string> roles, TokenVersion version = TokenVersion.V2, TokenFaults? faults = null) =>
        mint.App(roles, version, faults ?? new TokenFaults());

    /// <summary>Issues an ID token, which identifies a person and grants no access to the API.</summary>
    public string IssueIdToken(TenantUser user, Guid audience, string? nonce = null, TokenFaults? faults = null) =>
        mint.Id(user, audience, nonce, faults ?? new TokenFaults());

    /// <summary>Signs two JSON texts of any content with the current key.</summary>
    public string Sign(string header, string claims) =>
        TokenWriter.Sign(Keys.Current, Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(claims), TokenSignature.Right);

    /// <summary>The id of the current signing key.</summary>
    public string CurrentKeyId => Keys.Current.KeyId;

    internal string IssueGraphToken(TenantUser user) => mint.Graph(user);

    internal string IssueGraphAppToken() => mint.GraphApp();

    internal bool AcceptsGraphToken(string token) => mint.IsGraphApp(token);

    internal bool Trusts(string? redirect, string path) =>
        redirect is not null
        && consoles.Any(console => string.Equals(new Uri(console, path).AbsoluteUri, redirect, StringComparison.OrdinalIgnoreCase));
}
