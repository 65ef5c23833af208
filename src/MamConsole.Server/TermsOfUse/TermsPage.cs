using System.Text;
using MamConsole.Server.DeviceRequests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MamConsole.Server.TermsOfUse;

/// <summary>Writes the page with its own headers: it may be embedded, because Windows 11 does so, and may not run scripts.</summary>
internal sealed class TermsPage(TermsForm form, TermsOptions options, IServiceProvider services, ILoggerFactory loggers)
{
    // An answer ends in a redirect to an app, and browsers apply form-action to redirects too.
    private readonly string contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self' ms-appx-web: ms-aadj-redir:; frame-ancestors "
        + string.Join(' ', options.FrameAncestors);

    public Task ShowAsync(HttpContext context, TermsVersion terms, TermsFormState state, bool changed) =>
        WriteAsync(
            context,
            StatusCodes.Status200OK,
            new()
            {
                [nameof(TermsDocument.Text)] = terms.Text,
                [nameof(TermsDocument.Version)] = terms.Number,
                [nameof(TermsDocument.Name)] = state.Name.Length == 0 ? null : state.Name,
                [nameof(TermsDocument.RequestId)] = state.RequestId,
                [nameof(TermsDocument.Changed)] = changed,
                [nameof(TermsDocument.Sealed)] = form.Seal(state),
            }
        );

    public Task RejectAsync(HttpContext context, string problem)
    {
        context.MarkRejected(RejectionReason.Malformed);
        return WriteAsync(context, StatusCodes.Status400BadRequest, new() { [nameof(TermsDocument.Problem)] = problem });
    }

    private async Task WriteAsync(HttpContext context, int status, Dictionary<string, object?> parameters)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TermsDocument>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        await DeviceHttp.WriteAsync(context, status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));
    }
}
