using System.Diagnostics;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// The names of the tags of a device request's trace, and how a failed request is marked. Tags contain IDs, numbers and names of enum
/// members: never a token, a person's name or a part of a message.
/// </summary>
internal static class DeviceTracing
{
    /// <summary>The enrollment ID at the end of a device's address.</summary>
    public const string EnrollmentId = "mamconsole.enrollment.id";

    /// <summary>The outcome of a request: <c>Answered</c>, <c>Rejected</c>, or the outcome of an enrollment.</summary>
    public const string Outcome = "mamconsole.outcome";

    /// <summary>The reason of a rejection, with the label values of the metric <c>mamconsole.devices.refused</c>.</summary>
    public const string Rejection = "mamconsole.rejection";

    /// <summary>Records only the type of the failure: its message may repeat content of a device's message.</summary>
    public static void MarkFailed(this Activity span, Exception failure) =>
        span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName);
}
