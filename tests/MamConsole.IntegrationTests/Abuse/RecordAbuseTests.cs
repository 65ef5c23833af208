using System.Net;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Sessions;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Content from a hostile device is shown as plain text in its session log.</summary>
public sealed class RecordAbuseTests
{
    private const string Hostile =
        "<script>alert(1)</script><img src=x onerror=alert(2)>=HYPERLINK(\"http://x\")${jndi:ldap://x}{{7*7}}@(1+1)";
    private const string Acting = "red\u0085two\u2028three\u202Efour\u009B31m";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Abuse", "SY-51"), Trait("Abuse", "SY-52")]
    public Task SessionLog_EscapesHostileTextOnPagesInTheApiAndInTheExport() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    Package.One(
                        device.Profile.DeviceId,
                        "66",
                        more:
                        [
                            new SyncCommand.Replace(
                                "7",
                                [new SyncItem(Source: "./DevInfo/Man", Data: Hostile), new SyncItem(Source: "./DevInfo/Mod", Data: Acting)]
                            ),
                            new SyncCommand.Alert("8", 1224, [new SyncItem(Type: Hostile, Data: Acting)]),
                            new SyncCommand.Status("9", 1, "1\u2028", Hostile, StatusCode.NotFound, "\"><b>"),
                            new SyncCommand.Results("10", 1, "2", [new SyncItem(Source: $"./{Hostile}", Data: Acting)]),
                        ]
                    ),
                    token
                );
                var id = Journey.IdOf(device);
                var newest = (await journey.Get<SessionQueries>().ListAsync(Journey.HelpDesk, id, null, 1, Cancel)).Value().Rows[0].Id;
                var browser = journey.Server.CreateBrowser();

                var page = await browser.SignInAsync(
                    journey.Server.Tenant.WithRoles("HelpDesk"),
                    $"/devices/{id}/sessions/{newest}?wire=1"
                );
                var export = await browser.OpenAsync($"/devices/{id}/sessions/{newest}/export");
                var list = await browser.OpenAsync($"/devices/{id}/sessions");

                Assert.All([page, export, list], p => Assert.Equal(HttpStatusCode.OK, p.Status));
                Assert.Contains("Dialogue", page.Html, StringComparison.Ordinal);
                Assert.Contains("&lt;script&gt;alert(1)", page.Html, StringComparison.Ordinal);
                Assert.All([page, list], p => Assert.DoesNotContain("<script>alert(1)", p.Html, StringComparison.Ordinal));
                Assert.All([page, list], p => Assert.DoesNotContain("<img src=x", p.Html, StringComparison.Ordinal));
                Assert.All(
                    [page, export, list],
                    p => Assert.DoesNotContain(p.Html, c => c is '\u0085' or '\u2028' or '\u202E' or '\u009B')
                );
                Assert.Contains(@"two\u2028three\u202Efour", export.Html, StringComparison.Ordinal);

                var session = (await journey.Get<SessionQueries>().GetAsync(Journey.HelpDesk, id, newest, Cancel)).Value();
                var words = string.Concat(
                    session
                        .Exchanges.SelectMany(e => e.Message.Lines.Concat(e.Answer.Lines))
                        .Select(l => $"{l.Words}{l.Detail}{l.Meta}{l.MarkWords}{l.LocUri}")
                );
                Assert.DoesNotContain(words, c => char.IsControl(c) || c is '\u2028' or '\u202E');
            }
        );
}
