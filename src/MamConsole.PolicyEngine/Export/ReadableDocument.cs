using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Export;

/// <summary>
/// Writes a policy as a document for people: a single HTML file without external resources or script, suitable for printing. All policy
/// content is escaped text, never markup.
/// </summary>
public static class ReadableDocument
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Default;

    private const string Style = """
        :root { color-scheme: light; }
        body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: #1b1b1f; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.7rem; margin: 0 0 .25rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #c9c9d1; }
        p.edition { margin: 0; color: #4a4a55; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #e4e4ea; overflow-wrap: anywhere; }
        th { width: 12rem; font-weight: 600; }
        td.value { width: 10rem; }
        ul { margin: .25rem 0 0; padding-left: 1.1rem; }
        blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 3px solid #c9c9d1; color: #4a4a55; }
        li.block { color: #a4262c; }
        @media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
        """;

    /// <param name="policy">The policy.</param>
    /// <param name="review">The findings of the validation.</param>
    /// <param name="head">The header of the document.</param>
    public static byte[] Write(NamedPolicy policy, PolicyReview review, DocumentHead head)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(head);
        var page = new StringBuilder();
        page.Append(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\">\n"
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"<title>{Text(policy.Name)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Text(policy.Name)}</h1>\n"
        );
        var writtenAt = head.WrittenAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"edition\">{Text(head.Edition)}. Written on {Text(writtenAt)} UTC.</p>\n");
        if (head.Reason.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>Reason for publishing: {Text(head.Reason)}</p>\n");
        }

        if (policy.Document.Comments?.At(FieldComments.WholePolicy) is { } about)
        {
            page.Append(CultureInfo.InvariantCulture, $"<blockquote>{Text(about)}</blockquote>\n");
        }

        var statements = PolicyWords.Describe(policy.Document).ToArray();
        foreach (var area in PolicyWords.Areas)
        {
            Area(
                page,
                area,
                [.. statements.Where(s => s.Area == area && !s.Field.StartsWith("why.", StringComparison.Ordinal))],
                policy.Document.Comments
            );
        }

        Findings(page, review);
        Accepted(page, head.Accepted);
        page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Area(StringBuilder page, string title, Statement[] statements, FieldComments? comments)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n");
        if (statements.Length == 0)
        {
            page.Append("<p>Nothing is set.</p>\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Text(title)}</caption>\n<tbody>\n");
        foreach (var statement in statements)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Text(statement.Label)}</th><td class=\"value\">{Text(statement.Value)}</td>"
            );
            page.Append(CultureInfo.InvariantCulture, $"<td>{Text(statement.Sentence)}");
            if (statement.Items.Count > 0)
            {
                page.Append("<ul>");
                foreach (var item in statement.Items)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<li>{Text(item)}</li>");
                }

                page.Append("</ul>");
            }

            if (comments?.At(statement.Field) is { } note)
            {
                page.Append(CultureInfo.InvariantCulture, $"<blockquote>Comment: {Text(note)}</blockquote>");
            }

            page.Append("</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void Findings(StringBuilder page, PolicyReview review)
    {
        page.Append("<h2>Findings</h2>\n");
        if (review.Findings.IsEmpty)
        {
            page.Append("<p>There are no findings.</p>\n");
            return;
        }

        page.Append("<ul>\n");
        foreach (var finding in review.Findings)
        {
            var (kind, word) = finding.Severity switch
            {
                Severity.Block => ("block", "Blocks publishing"),
                Severity.Danger => ("block", "Danger"),
                Severity.Warn => ("warn", "Warning"),
                _ => ("note", "Note"),
            };
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li class=\"{kind}\">{word} ({Text(finding.Code)}): {Text(finding.Message)}</li>\n"
            );
        }

        page.Append("</ul>\n");
    }

    private static void Accepted(StringBuilder page, ValueList<AcceptedWarning> accepted)
    {
        if (accepted.Count == 0)
        {
            return;
        }

        page.Append("<h2>Warnings accepted with this version</h2>\n<ul>\n");
        foreach (var warning in accepted)
        {
            var reason = warning.Reason.Length > 0 ? $"Reason: {Text(warning.Reason)}" : "Accepted with the version’s reason.";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li>{Text(warning.Message)} ({Text(warning.Code)})<blockquote>{reason}</blockquote></li>\n"
            );
        }

        page.Append("</ul>\n");
    }

    private static string Text(string text) => Html.Encode(text);
}
