using System.Text;
using MamConsole.DemoTenant.Tokens;

namespace MamConsole.DemoTenant;

/// <summary>
/// An Entra tenant that is not there: its ids, its people and the tokens that it issues. Its issuers stand on an https host that does not
/// exist; <see cref="LoopbackHosts"/> leads whoever must reach it to the address where it really listens.
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

    /// <summary>The console's application.</summary>
    public Guid ConsoleClientId { get; }

    /// <summary>The secret of the console's application.</summary>
    public string ConsoleClientSecret { get; }

    /// <summary>The MAM application, which devices ask tokens for.</summary>
    public Guid MamClientId { get; }

    /// <summary>The App ID URI of the MAM application.</summary>
    public string AppIdUri { get; }

    /// <summary>The people with an account for the console; the last of them has no role.</summary>
    public IReadOnlyList<TenantUser> Staff { get; }

    /// <summary>The people who only have devices.</summary>
    public IReadOnlyList<TenantUser> People { get; }

    /// <summary>The groups; who is in them may change.</summary>
    public IReadOnlyList<TenantGroup> Groups { get; }

    /// <summary>Everybody.</summary>
    public IEnumerable<TenantUser> Users => Staff.Concat(People);

    /// <summary>Where it listens, known once it is started.</summary>
    public Uri Address { get; internal set; }

    /// <summary>The issuer of v1.0 tokens.</summary>
    public string IssuerV1 => $"https://sts.demo.invalid/{Id:D}/";

    /// <summary>The issuer of v2.0 tokens.</summary>
    public string IssuerV2 => $"{Instance}{Id:D}/v2.0";

    /// <summary>How often each document was fetched, by its path: what a test of caching counts.</summary>
    public RequestCounts Requests { get; } = new();

    /// <summary>While true, every request is answered with 503: the identity provider is down.</summary>
    public bool Down { get; set; }

    /// <summary>While true, Graph alone answers 503.</summary>
    public bool GraphDown { get; set; }

    /// <summary>While false, Graph refuses to tell of groups: nobody consented to it.</summary>
    public bool GraphAllowsGroups { get; set; } = true;

    /// <summary>How many objects Graph puts into one page at most.</summary>
    public int GraphPageSize { get; set; } = 100;

    internal Guid ScriptClientId { get; } = Guid.Parse("5c1f7a52-0d0c-4f0e-9a53-6f1f1c3b7d10");

    internal Guid ScriptPrincipalId { get; } = Guid.Parse("0e7a4f4c-8d3b-4c59-8a0e-3a1d9b1f6c21");

    internal TimeProvider Clock { get; }

    internal SigningKeys Keys { get; }

    /// <summary>Allows the console at this address to send people here to sign in.</summary>
    public void TrustConsole(Uri address) => consoles = [.. consoles, address];

    /// <summary>Signs with a new key from now on, as Entra does without notice; the last key stays published.</summary>
    public void RollSigningKey() => Keys.Roll();

    /// <summary>The person of that user name, in any case; null when there is none.</summary>
    public TenantUser? Find(string userName) =>
        Users.FirstOrDefault(user => string.Equals(user.UserName, userName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first person who has exactly these roles.</summary>
    /// <exception cref="InvalidOperationException">Nobody has.</exception>
    public TenantUser WithRoles(params string[] roles) =>
        Staff.FirstOrDefault(user => user.Roles.ToHashSet().SetEquals(roles))
        ?? throw new InvalidOperationException($"Nobody in the demo tenant has exactly the roles {string.Join(", ", roles)}.");

    /// <summary>The group of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TenantGroup Group(string displayName) =>
        Groups.FirstOrDefault(group => group.DisplayName == displayName)
        ?? throw new InvalidOperationException($"There is no group {displayName} in the demo tenant.");

    /// <summary>A token as Windows gets it for a person and the MAM application: scope <c>mdm_delegation</c>, no roles.</summary>
    public string IssueDeviceToken(
        TenantUser user,
        TokenVersion version = TokenVersion.V2,
        Guid? deviceId = null,
        TokenFaults? faults = null
    ) => mint.Device(user, version, deviceId, faults ?? new TokenFaults());

    /// <summary>A token for the console's API: scope <c>access_as_user</c> and the person's roles.</summary>
    public string IssueApiToken(TenantUser user, TokenVersion version = TokenVersion.V2, TokenFaults? faults = null) =>
        mint.Api(user, version, faults ?? new TokenFaults());

    /// <summary>A token for the console's API without a person behind it.</summary>
    public string IssueAppToken(IReadOnlyList<string> roles, TokenVersion version = TokenVersion.V2, TokenFaults? faults = null) =>
        mint.App(roles, version, faults ?? new TokenFaults());

    /// <summary>An ID token: says who somebody is, opens nothing.</summary>
    public string IssueIdToken(TenantUser user, Guid audience, string? nonce = null, TokenFaults? faults = null) =>
        mint.Id(user, audience, nonce, faults ?? new TokenFaults());

    /// <summary>Two JSON texts of any content, rightly signed.</summary>
    public string Sign(string header, string claims) =>
        TokenWriter.Sign(Keys.Current, Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(claims), TokenSignature.Right);

    /// <summary>The id of the key that signs now.</summary>
    public string CurrentKeyId => Keys.Current.KeyId;

    internal string IssueGraphToken(TenantUser user) => mint.Graph(user);

    internal string IssueGraphAppToken() => mint.GraphApp();

    internal bool AcceptsGraphToken(string token) => mint.IsGraphApp(token);

    internal bool Trusts(string? redirect, string path) =>
        redirect is not null
        && consoles.Any(console => string.Equals(new Uri(console, path).AbsoluteUri, redirect, StringComparison.OrdinalIgnoreCase));
}
