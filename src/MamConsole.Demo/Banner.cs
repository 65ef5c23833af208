using System.Text.Json;
using System.Text.Json.Serialization;

namespace MamConsole.Demo;

/// <summary>The text that the demo prints once the server, the tenant and the PCs are running.</summary>
internal static class Banner
{
    private sealed record Account(string UserName, string Password, IReadOnlyList<string> Roles);

    private sealed record ForScripts(
        Uri Console,
        Uri Tenant,
        Guid TenantId,
        Guid ConsoleClientId,
        Guid MamClientId,
        string AppIdUri,
        IReadOnlyList<Account> Accounts,
        string Data
    );

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(TextWriter output, DemoHost demo, DemoOptions options)
    {
        var accounts = demo.Tenant.Staff.Select(u => new Account(u.UserName, u.Password, u.Roles)).ToArray();
        var first = accounts[0].UserName;
        var wide = accounts.Max(a => a.UserName.Length);
        output.WriteLine(
            $"""

            MamConsole demo: the server is real, the tenant and the PCs are simulated.

              Console   {demo.Console}
              Tenant    {demo.Tenant.Address}
              Data      {demo.Data}

              Sign in as
            """
        );
        foreach (var account in accounts)
        {
            output.WriteLine(
                $"    {account.UserName.PadRight(wide)}   {account.Password}   "
                    + $"{(account.Roles.Count == 0 ? "no role" : string.Join(" + ", account.Roles))}"
            );
        }

        output.WriteLine(
            $"""

              To start: sign in as {first}, open Policies, Everyone, Device lock, change "Maximum inactivity time until lock", publish it,
              and watch {options.Devices} PCs apply it. They check in every few seconds: one simulated minute lasts one second.
              In this demo, one person may publish without approval. Press Ctrl+C to stop.

            """
        );
        if (options.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new ForScripts(
                        demo.Console,
                        demo.Tenant.Address,
                        demo.Tenant.Id,
                        demo.Tenant.ConsoleClientId,
                        demo.Tenant.MamClientId,
                        demo.Tenant.AppIdUri,
                        [.. accounts, .. demo.Tenant.People.Select(u => new Account(u.UserName, u.Password, u.Roles))],
                        demo.Data
                    ),
                    Json
                )
            );
        }

        output.Flush();
    }
}
