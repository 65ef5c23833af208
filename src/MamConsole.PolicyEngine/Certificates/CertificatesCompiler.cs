using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// Compiles the nodes of RootCATrustedCertificates and ClientCertificateInstall. The name of a client certificate is derived from all of
/// its settings, and from the ids of its secrets: a changed setting produces another name, so the old node is deleted and a new one added,
/// and nothing is replaced in place (docs/reference/csp-catalog.json: the settings of a SCEP request cannot change once it is enrolled).
/// Values that only Windows can read (password, challenge) are not read back.
/// </summary>
internal static class CertificatesCompiler
{
    private const int Signing = 0x80;
    private const int Encryption = 0x20;

    public static IEnumerable<CompiledNode> Compile(CertificatesRules? rules) =>
        rules is null
            ? []
            :
            [
                .. rules.Trusted.Select(Trusted),
                .. rules.Pfx.Where(row => row.File is not null).SelectMany(Pfx),
                .. rules.Scep.Where(row => row.Challenge is not null).SelectMany(Scep),
            ];

    /// <summary>
    /// The name is the SHA-1 thumbprint, so its presence proves the content: Windows may wrap the Base64 text differently.
    /// </summary>
    internal static CompiledNode Trusted(TrustedRule rule) =>
        CompiledNode.Of(StoreOf(rule.Store).EncodedCertificate, rule.Certificate.Der, NodeStage.Certificates) with
        {
            LocUri = StoreOf(rule.Store)
                .EncodedCertificate.Uri.Replace(
                    RootCATrustedCertificatesCsp.CertHashPlaceholder,
                    rule.Certificate.Thumbprint,
                    StringComparison.Ordinal
                ),
            ReadBack = ReadBackKind.Presence,
        };

    /// <summary>Adding the blob starts the import, so the blob comes last.</summary>
    internal static IEnumerable<CompiledNode> Pfx(PfxCertificate row)
    {
        var nodes = Of(row.Owner).Pfx;
        var id = NameOf("pfx", row.File?.Id, row.Password?.Id, row.Owner, row.KeyStorageProvider, row.Exportable);
        yield return Node(nodes.KeyLocation, (int)row.KeyStorageProvider, id);
        if (row.KeyStorageProvider == KeyStorageProvider.Software)
        {
            // Windows' default is true, and it accepts no value for a key that is not in software.
            yield return Node(nodes.KeyExportable, row.Exportable, id);
        }

        if (row.Password is { } password)
        {
            yield return Node(nodes.PasswordEncryptionType, 0, id);
            yield return Node(nodes.CertPassword, password.Placeholder, id);
        }

        yield return Node(nodes.CertBlob, row.File?.Placeholder ?? "", id) with
        {
            ReadBack = ReadBackKind.Presence,
        };
    }

    /// <summary>
    /// Enroll starts the request, so it comes last. The PC reports much later whether a certificate was issued, so no read-back proves it
    /// here.
    /// </summary>
    internal static IEnumerable<CompiledNode> Scep(ScepCertificate row)
    {
        var nodes = Of(row.Owner).Scep;
        var id = NameOf(
            "scep",
            string.Join(';', row.Servers),
            row.Challenge?.Id,
            row.AuthorityThumbprint.Trim(),
            row.Subject.Trim(),
            string.Join(';', row.OtherNames),
            string.Join('+', row.Purposes),
            row.ForSigning,
            row.ForEncryption,
            row.KeyLength.Trim(),
            row.Hash.Trim(),
            row.KeyStorageProvider,
            row.Owner,
            row.ValidFor.Trim(),
            row.ValidUnit,
            row.Retries.Trim(),
            row.RetryMinutes.Trim()
        );
        yield return Node(nodes.ServerUrl, Join(row.Servers, ';'), id);
        yield return Node(nodes.Challenge, row.Challenge?.Base64Placeholder ?? "", id);
        yield return Node(nodes.CAThumbprint, row.AuthorityThumbprint.Trim().ToUpperInvariant(), id);
        yield return Node(nodes.SubjectName, row.Subject.Trim(), id);
        if (row.OtherNames.Count > 0)
        {
            yield return Node(nodes.SubjectAlternativeNames, Join(row.OtherNames, ';'), id);
        }

        yield return Node(nodes.EkuMapping, Join(row.Purposes, '+'), id);
        yield return Node(nodes.KeyUsage, (row.ForSigning ? Signing : 0) | (row.ForEncryption ? Encryption : 0), id);
        yield return Node(nodes.KeyLength, FindingRules.Number(row.KeyLength) ?? 2048, id);
        yield return Node(nodes.HashAlgorithm, row.Hash.Trim(), id);
        yield return Node(nodes.KeyProtection, (int)row.KeyStorageProvider, id);
        if (FindingRules.Number(row.ValidFor) is > 0 and var units)
        {
            yield return Node(nodes.ValidPeriod, row.ValidUnit.ToString(), id);
            yield return Node(nodes.ValidPeriodUnits, units, id);
        }

        if (FindingRules.Number(row.Retries) is { } retries)
        {
            yield return Node(nodes.RetryCount, retries, id);
        }

        if (FindingRules.Number(row.RetryMinutes) is { } minutes)
        {
            yield return Node(nodes.RetryDelay, minutes, id);
        }

        yield return new CompiledNode(Fill(nodes.Enroll.Uri, id), CspFormat.Null, "", NodeStage.Certificates)
        {
            MinimumBuild = nodes.Enroll.MinimumBuild,
            ReadBack = ReadBackKind.None,
        };
    }

    private static CompiledNode Node<T>(CspNode<T> node, T value, string id)
    {
        var compiled = CompiledNode.Of(node, value, NodeStage.Certificates);
        return compiled with { LocUri = Fill(compiled.LocUri, id), ReadBack = ReadBackKind.None };
    }

    private static string Fill(string uri, string id) =>
        uri.Replace(ClientCertificateInstallCsp.UniqueIdPlaceholder, id, StringComparison.Ordinal);

    private static string Join(ValueList<string> items, char separator) => string.Join(separator, items.Select(item => item.Trim()));

    private static ClientCertificateInstallCsp Of(CertificateOwner owner) =>
        owner == CertificateOwner.Pc ? ClientCertificateInstallCsp.Device : ClientCertificateInstallCsp.User;

    private static TrustedStoreNodes StoreOf(TrustStore store) =>
        store switch
        {
            TrustStore.Root => RootCATrustedCertificatesCsp.Root,
            TrustStore.Intermediate => RootCATrustedCertificatesCsp.Device.CA,
            _ => RootCATrustedCertificatesCsp.Device.TrustedPublisher,
        };

    /// <summary>Returns a GUID derived from all of the settings.</summary>
    private static string NameOf(params ReadOnlySpan<object?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part}\n");
        }

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16)).ToString("D");
    }
}
