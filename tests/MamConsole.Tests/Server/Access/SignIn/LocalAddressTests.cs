using MamConsole.Server.Access.SignIn;
using Microsoft.AspNetCore.Http;

namespace MamConsole.Tests.Server.Access.SignIn;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/devices?search=a%20b&take=50#top", "/devices?search=a%20b&take=50#top")]
    [InlineData("https://mam.contoso.example/policies", "/policies")]
    [InlineData("https://mam.contoso.example", "/")]
    [InlineData("HTTPS://MAM.contoso.example/policies", "/policies")]
    public void From_PreservesAddressOfThisConsole(string requested, string stored) =>
        Assert.Equal(stored, LocalAddress.From(requested, Request()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("devices")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%2F%2Fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%255cevil.example")]
    [InlineData("/%252fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/%0d%0aLocation:%20https://evil.example")]
    [InlineData(" /devices")]
    [InlineData("https://evil.example/")]
    [InlineData("https://mam.contoso.example.evil.example/")]
    [InlineData("https://mam.contoso.example@evil.example/")]
    [InlineData("https://mam.contoso.example//evil.example/")]
    [InlineData("http://mam.contoso.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void From_ReturnsFrontPageForOtherAddress(string? requested) => Assert.Equal("/", LocalAddress.From(requested, Request()));

    private static HttpRequest Request()
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("mam.contoso.example");
        return context.Request;
    }
}
