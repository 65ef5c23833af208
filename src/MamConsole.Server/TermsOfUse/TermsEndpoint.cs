using System.Text;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// <c>GET</c> and <c>POST /mam/terms</c>: the "MAM terms of use URL" that is entered in Entra (docs/reference/protocol.md §1.2). Every
/// request ends in a redirect to Windows, which informs its user, unless the redirect address is not allowed.
/// </summary>
internal sealed partial class TermsEndpoint(
    TermsStore store,
    TermsForm form,
    TermsPage page,
    AcceptanceBlob blobs,
    DeviceTokenValidator validator,
    TermsOptions options,
    EnrollmentMetrics metrics,
    TimeProvider time,
    ILogger<TermsEndpoint> logger
)
{
    private const int MaximumBody = 32 * 1024;
    private const string ApiVersion = "1.0";
    private const string NowhereToGo =
        "The link contains no allowed address to return to. Start again from Windows’ settings, under Accounts, "
        + "Access work or school.";
    private const string TooLate =
        "The page was open for too long, or was not opened by Windows. Start again from Windows’ settings, under Accounts, Access work or "
        + "school.";

    public async Task ShowAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["redirect_uri"] is not [{ } redirect] || !TermsRedirect.IsAllowed(redirect, options))
        {
            await page.RejectAsync(context, NowhereToGo);
            return;
        }

        var requestId = RequestIdOf(query["client-request-id"]);
        if (query["api-version"] != ApiVersion)
        {
            await RejectAsync(context, requestId, redirect, "its api-version is not supported", "invalid_request", "unsupported version");
            return;
        }

        try
        {
            await ValidateTokenAsync(context, redirect, requestId);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await FailAsync(context, error, requestId, redirect);
        }
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (await DeviceHttp.ReadAsync(context, MaximumBody) is not { } body)
        {
            return;
        }

        var fields = QueryHelpers.ParseQuery(context.Request.HasFormContentType ? Encoding.UTF8.GetString(body.Span) : "");
        if (
            fields.GetValueOrDefault("state") is not [var sealedText]
            || form.Open(sealedText) is not { } state
            || !TermsRedirect.IsAllowed(state.RedirectUri, options)
        )
        {
            metrics.TermsAnswered("Refused");
            await page.RejectAsync(context, TooLate);
            return;
        }

        try
        {
            await TakeAsync(context, state, fields.GetValueOrDefault("answer").ToString());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await FailAsync(context, error, state.RequestId, state.RedirectUri);
        }
    }

    private async Task ValidateTokenAsync(HttpContext context, string redirect, string requestId)
    {
        switch (await validator.ValidateAsync(TokenOf(context.Request), context.Connection.RemoteIpAddress, context.RequestAborted))
        {
            case DeviceTokenResult.Accepted accepted:
                await ShowAsync(context, accepted.Identity, redirect, requestId);
                break;
            case DeviceTokenResult.Rejected rejected:
                context.MarkRejected(RejectionReason.Token);
                await RejectAsync(context, requestId, redirect, rejected.Reason, "unauthorized_client", "unauthorized user or tenant");
                break;
            case DeviceTokenResult.Unavailable unavailable:
                context.MarkRejected(RejectionReason.Outage);
                await RejectAsync(context, requestId, redirect, unavailable.Reason, "server_error", "internal service error");
                break;
        }
    }

    private async Task TakeAsync(HttpContext context, TermsFormState state, string answer)
    {
        if (answer == "decline")
        {
            Log.Declined(logger, state.ObjectId, state.Version, state.RequestId);
            metrics.TermsAnswered("Declined");
            await GoAsync(context, TermsRedirect.Declined(state.RedirectUri));
            return;
        }

        var current = await store.CurrentAsync(context.RequestAborted);
        if (answer != "accept" || (current.IsShown && current.Number != state.Version))
        {
            metrics.TermsAnswered("ShownAgain");
            await page.ShowAsync(
                context,
                current,
                state with
                {
                    Version = current.Number,
                    ShownAt = time.GetUtcNow(),
                },
                changed: current.Number != state.Version
            );
            return;
        }

        // When the terms were withdrawn in the meantime, the acceptance has no effect.
        Log.Accepted(logger, state.ObjectId, state.Version, state.RequestId);
        metrics.TermsAnswered("Accepted");
        await GoAsync(
            context,
            TermsRedirect.Accepted(state.RedirectUri, blobs.Write(state.TenantId, state.ObjectId, current.IsShown ? state.Version : 0))
        );
    }

    private async Task ShowAsync(HttpContext context, DeviceIdentity identity, string redirect, string requestId)
    {
        var terms = await store.CurrentAsync(context.RequestAborted);
        if (!terms.IsShown)
        {
            // Windows continues only with a blob; this one states that there was nothing to accept.
            await GoAsync(context, TermsRedirect.Accepted(redirect, blobs.Write(identity.TenantId, identity.ObjectId, version: 0)));
            return;
        }

        var state = new TermsFormState(
            identity.TenantId,
            identity.ObjectId,
            identity.Name ?? identity.Upn ?? "",
            terms.Number,
            redirect,
            requestId,
            time.GetUtcNow()
        );
        await page.ShowAsync(context, terms, state, changed: false);
    }

    private Task RejectAsync(HttpContext context, string requestId, string redirect, string reason, string error, string description)
    {
        Log.Rejected(logger, reason, requestId);
        metrics.TermsAnswered("Refused");
        return GoAsync(context, TermsRedirect.Failed(redirect, error, description));
    }

    private Task FailAsync(HttpContext context, Exception error, string requestId, string redirect)
    {
        Log.Failed(logger, error, requestId);
        context.MarkRejected(RejectionReason.Failure);
        metrics.TermsAnswered("Failed");
        return GoAsync(context, TermsRedirect.Failed(redirect, "server_error", "internal service error"));
    }

    private static Task GoAsync(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return DeviceHttp.WriteAsync(context, StatusCodes.Status302Found, "text/plain", []);
    }

    /// <summary>An empty text is an invalid token and is rejected as such.</summary>
    private static string TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..]
            : "";

    /// <summary>A GUID as Windows sends it; any other value is useless for a search in the log.</summary>
    private static string RequestIdOf(StringValues given) => Guid.TryParse(given.ToString(), out var id) ? id.ToString("D") : "";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Rejected a request for the terms of use: {Reason} (request {RequestId})")]
        public static partial void Rejected(ILogger logger, string reason, string requestId);

        [LoggerMessage(2, LogLevel.Information, "Person {ObjectId} accepted version {Version} of the terms of use (request {RequestId})")]
        public static partial void Accepted(ILogger logger, Guid objectId, int version, string requestId);

        [LoggerMessage(3, LogLevel.Information, "Person {ObjectId} declined version {Version} of the terms of use (request {RequestId})")]
        public static partial void Declined(ILogger logger, Guid objectId, int version, string requestId);

        [LoggerMessage(4, LogLevel.Error, "The terms of use could not be shown or answered (request {RequestId})")]
        public static partial void Failed(ILogger logger, Exception error, string requestId);
    }
}
