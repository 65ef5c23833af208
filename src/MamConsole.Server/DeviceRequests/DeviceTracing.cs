using System.Diagnostics;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// The names of what a trace holds about a device's call, and how a failed call is marked. Tags hold ids, numbers and names of enum
/// members: never a token, a person's name or a part of a message.
/// </summary>
internal static class DeviceTracing
{
    /// <summary>The id that a device's address ends in.</summary>
    public const string EnrollmentId = "mamconsole.enrollment.id";

    /// <summary>How a call ended: <c>Answered</c>, <c>Rejected</c>, or the outcome of an enrollment.</summary>
    public const string Outcome = "mamconsole.outcome";

    /// <summary>Why a call was rejected, in the words of the metric <c>mamconsole.devices.refused</c>.</summary>
    public const string Rejection = "mamconsole.rejection";

    /// <summary>Names the type of the failure alone: its message may repeat what a device sent.</summary>
    public static void MarkFailed(this Activity span, Exception failure) =>
        span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName);
}
