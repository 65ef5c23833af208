using System.Net;

namespace MamConsole.IntegrationTests;

/// <summary>A page that a <see cref="TestBrowser"/> opened, after redirects.</summary>
internal sealed record TestPage(HttpStatusCode Status, Uri Address, string Html);
