using System.Buffers.Text;
using System.Globalization;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Decides which commands may be sent to a device: those for a node of the catalog, in its canonical spelling, with a command that the node
/// allows (docs/reference/abuse-cases.md PB-06).
/// </summary>
public static class CspGuard
{
    /// <summary>Validates that a command may be sent to an address. Returns null when it may.</summary>
    /// <param name="verb">
    /// One of <see cref="CspAccess.Get"/>, <see cref="CspAccess.Add"/>, <see cref="CspAccess.Replace"/>, <see cref="CspAccess.Delete"/>,
    /// <see cref="CspAccess.Exec"/>.
    /// </param>
    /// <param name="locUri">The address exactly as it would be sent.</param>
    public static CspRejection? Reject(CspAccess verb, string locUri)
    {
        var (node, isCanonical) = CspCatalogue.NodeAt(locUri);
        return node switch
        {
            null => new(CspRejectionKind.Unknown, $"{Short(locUri)} is not a node that MAM allows."),
            _ when !isCanonical => new(CspRejectionKind.Spelling, $"{Short(locUri)} must be spelled {CspCatalogue.Find(locUri)!.LocUri}."),
            { IsAvoided: true } => new(CspRejectionKind.Avoided, $"{node.Uri} is excluded: MAM does not use it, or it is harmful."),
            _ when !node.Access.HasFlag(verb) || (verb == CspAccess.Delete && IsShared(node)) => new(
                CspRejectionKind.Verb,
                $"{node.Uri} does not allow {verb}."
            ),
            _ => null,
        };
    }

    /// <summary>
    /// Validates the value of a node. Returns null when the node accepts it. The value of a secret is validated where it is available.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="format">Meta/Format.</param>
    /// <param name="value">Data.</param>
    public static CspRejection? RejectValue(CspNode node, CspFormat format, string value)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(value);
        return format != node.Format ? new(CspRejectionKind.Format, $"{node.Uri} has format {node.Format}, not {format}.")
            : node.IsSecret ? null
            : !Suits(format, value) ? new(CspRejectionKind.Value, $"{node.Uri} requires a value of format {format}.")
            : !node.Range.Allows(value) ? new(CspRejectionKind.Value, $"{node.Uri} accepts {node.Range.Words}.")
            : null;
    }

    /// <summary>
    /// Returns whether the node contains data of other servers as well: a whole account, all policies. Windows would allow a Delete of it.
    /// </summary>
    private static bool IsShared(CspNode node) => ReferenceEquals(node, DMClientCsp.Provider) || ReferenceEquals(node, PolicyCsp.Config);

    private static bool Suits(CspFormat format, string value) =>
        format switch
        {
            CspFormat.Int => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            CspFormat.B64 or CspFormat.Bin => Base64.IsValid(value),
            CspFormat.Node or CspFormat.Null => value.Length == 0,
            _ => true,
        };

    private static string Short(string locUri) => locUri.Length <= 200 ? locUri : locUri[..200] + "…";
}
