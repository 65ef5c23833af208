using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>The demo as a separate process: the real program on a folder that outlives it, without simulated devices.</summary>
internal sealed class DemoProcess : IDisposable
{
    private readonly Process process;
    private readonly JsonElement banner;

    private DemoProcess(Process process, JsonElement banner) => (this.process, this.banner) = (process, banner);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts the process and waits until the server and the tenant answer.</summary>
    public static async Task<DemoProcess> StartAsync(string folder, Uri url)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "MamConsole.Demo.dll"),
                "--data",
                folder,
                "--devices",
                "0",
                "--json",
                "--console-url",
                url.AbsoluteUri,
                "--tenant-url",
                "http://127.0.0.1:0",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var lines = Channel.CreateUnbounded<string?>();
        var errors = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => lines.Writer.TryWrite(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (await lines.Reader.ReadAsync(Cancel) is { } line)
        {
            if (line.StartsWith('{'))
            {
                return new DemoProcess(process, JsonDocument.Parse(line).RootElement);
            }
        }

        throw new InvalidOperationException($"The demo ended before it answered: {errors}");
    }

    /// <summary>A token for the API, issued to an account with that role.</summary>
    public Task<string> ApiTokenAsync(string role)
    {
        var account = banner
            .GetProperty("accounts")
            .EnumerateArray()
            .First(a => a.GetProperty("roles").EnumerateArray().Any(r => r.GetString() == role));
        return TokenAsync(account, $"api://{banner.GetProperty("consoleClientId").GetString()}/.default");
    }

    /// <summary>A device token for that person.</summary>
    public Task<string> DeviceTokenAsync(string userName)
    {
        var account = banner.GetProperty("accounts").EnumerateArray().First(a => a.GetProperty("userName").GetString() == userName);
        return TokenAsync(account, $"{banner.GetProperty("appIdUri").GetString()}/.default");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => process.Kill();

    public Task WaitForEndAsync() => process.WaitForExitAsync(Cancel);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task<string> TokenAsync(JsonElement account, string scope)
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["username"] = account.GetProperty("userName").GetString()!,
                ["password"] = account.GetProperty("password").GetString()!,
                ["scope"] = scope,
            }
        );
        var address = new Uri(
            new Uri(banner.GetProperty("tenant").GetString()!),
            $"/{banner.GetProperty("tenantId").GetString()}/oauth2/v2.0/token"
        );
        using var answer = await client.PostAsync(address, form, Cancel);
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel));
        return json.RootElement.GetProperty("access_token").GetString()!;
    }
}
