using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>The policy list shows when the recovery certificate of the published version expires; the draft is not considered.</summary>
public sealed class RecoveryAlarmTests
{
    [Theory, EveryDatabase]
    public async Task PolicyList_ShowsTheRecoveryExpirationOfThePublishedVersion(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        var ends = host.Time.GetUtcNow().AddDays(90);
        var with = PolicyTestHost.Protecting with
        {
            InformationProtection = PolicyTestHost.Protecting.InformationProtection with { RecoveryCertificate = Certificate(ends) },
        };

        await host.SaveAsync(id, with);
        Assert.Null((await OnlyAsync(host)).RecoveryEndsAt);

        await host.PublishAsync(id, with);
        await host.SaveAsync(id, PolicyTestHost.Lock(5));

        // Certificates store whole seconds.
        Assert.Equal(ends.ToUnixTimeSeconds(), (await OnlyAsync(host)).RecoveryEndsAt!.Value.ToUnixTimeSeconds());
    }

    private static async Task<PolicyListItem> OnlyAsync(PolicyTestHost host) =>
        Assert.Single((await host.Get<PolicyQueries>().ListAsync(PolicyTestHost.Author, TestContext.Current.CancellationToken)).Value());

    private static UploadedCertificate Certificate(DateTimeOffset ends)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Recovery", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.4.1.311.10.3.4.1")], critical: false));
        using var certificate = request.CreateSelfSigned(ends.AddDays(-400), ends);
        return UploadedCertificate.From("recovery.cer", certificate.Export(X509ContentType.Cert));
    }
}
