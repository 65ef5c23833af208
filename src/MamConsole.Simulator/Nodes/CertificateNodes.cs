using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.Protocol.Csp;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// Trusted root certificates and client certificates. As in Windows, the node that triggers the import, the last one of its group, rejects
/// an invalid certificate or password. A SCEP request requires that all of its parameters are written first.
/// </summary>
internal static class CertificateNodes
{
    private const CspAccess GetAddReplace = CspAccess.Get | CspAccess.Add | CspAccess.Replace;
    private const CspAccess GetDelete = CspAccess.Get | CspAccess.Delete;

    private static readonly string[] NeededToEnroll =
    [
        "ServerURL",
        "Challenge",
        "EKUMapping",
        "KeyUsage",
        "SubjectName",
        "KeyLength",
        "HashAlgorithm",
        "CAThumbprint",
    ];

    public static IEnumerable<NodeRule> All { get; } =
    [
        .. Trusted("./Vendor/MSFT", "Root", "CA", "TrustedPublisher", "TrustedPeople"),
        .. Trusted("./User/Vendor/MSFT", "CA", "TrustedPublisher", "TrustedPeople"),
        .. Own("./Vendor/MSFT"),
        .. Own("./User/Vendor/MSFT"),
    ];

    private static IEnumerable<NodeRule> Trusted(string vendor, params string[] stores) =>
        [
            Fixed(vendor + "/RootCATrustedCertificates"),
            .. stores
                .Select(store => $"{vendor}/RootCATrustedCertificates/{store}")
                .SelectMany(store =>
                    new[]
                    {
                        Fixed(store),
                        Branch(store + "/{CertHash}", GetDelete) with
                        {
                            ComesWithChild = true,
                            NameCheck = name => name.Length == 40 && name.All(char.IsAsciiHexDigit),
                        },
                        new NodeRule
                        {
                            Pattern = store + "/{CertHash}/EncodedCertificate",
                            Format = CspFormat.B64,
                            Access = GetAddReplace,
                            CheckError = WindowsErrors.InvalidData,
                            CheckAt = (value, _, path) =>
                                ThumbprintOf(value) is { } thumbprint
                                && thumbprint.Equals(path.Parent!.Value.Name, StringComparison.OrdinalIgnoreCase),
                        },
                    }
                ),
        ];

    private static IEnumerable<NodeRule> Own(string vendor)
    {
        var root = vendor + "/ClientCertificateInstall";
        var (pfx, scep) = (root + "/PFXCertInstall/{UniqueID}", root + "/SCEP/{UniqueID}");
        var install = scep + "/Install";
        return
        [
            Fixed(root),
            Fixed(root + "/PFXCertInstall"),
            Fixed(root + "/SCEP"),
            Branch(pfx, CspAccess.ReadWrite),
            OneOf(pfx + "/KeyLocation", 1, 2, 3, 4) with
            {
                Access = GetAddReplace,
            },
            Text(pfx + "/ContainerName", access: GetAddReplace),
            Text(pfx + "/PFXCertPassword", access: GetAddReplace),
            OneOf(pfx + "/PFXCertPasswordEncryptionType", 0, 1, 2) with
            {
                Access = GetAddReplace,
            },
            Switch(pfx + "/PFXKeyExportable", GetAddReplace) with
            {
                CheckAt = (_, tree, path) => Beside(tree, path, "KeyLocation") == "3",
                CheckError = WindowsErrors.InvalidArgument,
            },
            new NodeRule
            {
                Pattern = pfx + "/PFXCertBlob",
                Format = CspFormat.B64,
                Access = GetAddReplace,
                CheckAt = (value, tree, path) => Opens(value, Beside(tree, path, "PFXCertPassword")),
                CheckError = WindowsErrors.InvalidData,
            },
            Branch(scep, CspAccess.ReadWrite),
            Branch(install, CspAccess.ReadWrite),
            Text(install + "/ServerURL"),
            Text(install + "/Challenge"),
            Text(install + "/EKUMapping"),
            Text(install + "/SubjectName"),
            Text(install + "/SubjectAlternativeNames"),
            Number(install + "/KeyUsage", 0x20, 0xFF),
            OneOf(install + "/KeyLength", 1024, 2048, 4096),
            OneOf(install + "/KeyProtection", 1, 2, 3, 4),
            Text(install + "/HashAlgorithm"),
            Text(install + "/CAThumbprint", (value, _) => value.Length == 40 && value.All(char.IsAsciiHexDigit)),
            Text(install + "/ValidPeriod", (value, _) => value is "Days" or "Months" or "Years"),
            Number(install + "/ValidPeriodUnits", 0, int.MaxValue),
            Number(install + "/RetryCount", 0, 30),
            Number(install + "/RetryDelay", 0, uint.MaxValue),
            Action(install + "/Enroll", CspAccess.Exec) with
            {
                MayRun = (tree, path) => NeededToEnroll.All(name => Beside(tree, path, name) is not null),
            },
        ];
    }

    private static string? Beside(WindowsTree tree, NodePath path, string name) => tree.Stored($"{path.Parent!.Value.Text}/{name}");

    private static string? ThumbprintOf(string value)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(value));
            return certificate.Thumbprint;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool Opens(string value, string? password)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12(
                Convert.FromBase64String(value),
                password,
                X509KeyStorageFlags.EphemeralKeySet
            );
            return certificate.HasPrivateKey;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
