using System.Buffers.Text;
using System.Globalization;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Decides what may be asked of a device: what the catalogue knows, in its own spelling, by a verb that the node allows
/// (docs/reference/abuse-cases.md PB-06).
/// </summary>
public static class CspGuard
{
    /// <summary>Whether a verb may go to an address; null = it may.</summary>
    /// <param name="verb">One of <see cref="CspAccess.Get"/>, <see cref="CspAccess.Add"/>, <see cref="CspAccess.Replace"/>,
    /// <see cref="CspAccess.Delete"/>, <see cref="CspAccess.Exec"/>.</param>
    /// <param name="locUri">Exactly as it would be sent.</param>
    public static CspRejection? Reject(CspAccess verb, string locUri)
    {
        var (node, isCanonical) = CspCatalogue.NodeAt(locUri);
        return node switch
        {
            null => new(CspRejectionKind.Unknown, $"{Short(locUri)} is no node that MAM allows."),
            _ when !isCanonical => new(CspRejectionKind.Spelling, $"{Short(locUri)} must be spelled {CspCatalogue.Find(locUri)!.LocUri}."),
            { IsAvoided: true } => new(CspRejectionKind.Avoided, $"{node.Uri} is left alone: it is of no use to MAM, or harmful."),
            _ when !node.Access.HasFlag(verb) || (verb == CspAccess.Delete && IsShared(node)) => new(
                CspRejectionKind.Verb,
                $"{node.Uri} takes no {verb}."
            ),
            _ => null,
        };
    }

    /// <summary>Whether a node takes a value; null = it does. A secret's value is judged where it is known.</summary>
    /// <param name="node">The node.</param>
    /// <param name="format">Meta/Format.</param>
    /// <param name="value">Data.</param>
    public static CspRejection? RejectValue(CspNode node, CspFormat format, string value)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(value);
        return format != node.Format ? new(CspRejectionKind.Format, $"{node.Uri} is of format {node.Format}, not {format}.")
            : node.IsSecret ? null
            : !Suits(format, value) ? new(CspRejectionKind.Value, $"{node.Uri} takes no value that is not of format {format}.")
            : !node.Range.Allows(value) ? new(CspRejectionKind.Value, $"{node.Uri} takes {node.Range.Words}.")
            : null;
    }

    /// <summary>
    /// What holds more than this server's own: everything of an account, every policy of every server. Windows would let it go.
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
