using System.Net;
using System.Text.RegularExpressions;
using MamConsole.DemoTenant;

namespace MamConsole.IntegrationTests;

/// <summary>Follows redirects and submits forms over plain HTTP, in order to sign in without a real browser.</summary>
internal sealed partial class TestBrowser(HttpClient client, Tenant tenant)
{
    public HttpClient Client => client;

    /// <summary>Opens the page at that address of the server and follows redirects.</summary>
    public Task<TestPage> OpenAsync(string path) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!, path)));

    /// <summary>Opens the address, and signs in as that person after the redirect to the tenant.</summary>
    public async Task<TestPage> SignInAsync(TenantUser user, string path = "/")
    {
        var form = await OpenAsync(path);
        Assert.Equal(tenant.Address.Authority, form.Address.Authority);
        var answer = await SubmitAsync(form, ("username", user.UserName), ("password", user.Password));
        return await SubmitAsync(answer);
    }

    /// <summary>Submits the page's first form, with its hidden fields and these.</summary>
    public Task<TestPage> SubmitAsync(TestPage page, params (string Name, string Value)[] fields) => SubmitToAsync(page, "", fields);

    /// <summary>Submits the page's first form with that end of its address, with its hidden fields and these.</summary>
    public Task<TestPage> SubmitToAsync(TestPage page, string addressEnd, params (string Name, string Value)[] fields)
    {
        var (action, inside) = Form()
            .Matches(page.Html)
            .Select(form => (Action: WebUtility.HtmlDecode(form.Groups["action"].Value), Inside: form.Value))
            .First(form => form.Action.EndsWith(addressEnd, StringComparison.Ordinal));
        var hidden = HiddenField()
            .Matches(inside)
            .Select(field =>
                KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value))
            );
        return FollowAsync(
            new HttpRequestMessage(HttpMethod.Post, action.Length == 0 ? page.Address : new Uri(page.Address, action))
            {
                Content = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))),
            }
        );
    }

    private async Task<TestPage> FollowAsync(HttpRequestMessage request)
    {
        for (var redirect = 0; redirect < 10; redirect++)
        {
            var address = request.RequestUri!;
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            request.Dispose();
            if (response.Headers.Location is not { } location)
            {
                return new TestPage(
                    response.StatusCode,
                    address,
                    await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                );
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, location));
        }

        throw new InvalidOperationException("Ten redirects in a row lead nowhere.");
    }

    [GeneratedRegex("<form(?:[^>]*?action=\"(?<action>[^\"]*)\")?[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
