using System.Globalization;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The rules for a request that do not need the database.</summary>
internal static class EnrollmentRules
{
    /// <summary>The EnrollmentType of MAM.</summary>
    public const string AppManagement = "AppManagement";

    /// <summary>Windows 10, version 1703: earlier versions do not support MAM.</summary>
    private const int FirstBuild = 15063;

    /// <returns>The reason for the rejection, or null.</returns>
    public static Problem? Check(EnrollmentRequest request, EnrollmentOptions options) =>
        options.EnrollmentType == EnrollmentTypeRule.Enforce && request.EnrollmentType != AppManagement ? new NotAppManagement()
        : IsTooOld(request.OsVersion) ? new WindowsTooOld()
        : null;

    /// <summary>The third number of <c>10.0.22631.3880</c>; null when there is none.</summary>
    public static int? Build(string? version) => Numbers(version) is [_, _, { } build, ..] ? build : null;

    /// <summary>Only an unambiguous version rejects the request: a missing or unknown version does not.</summary>
    private static bool IsTooOld(string? version) =>
        Numbers(version) switch
        {
            [{ } major, { } minor, { } build, ..] => (major, minor, build).CompareTo((10, 0, FirstBuild)) < 0,
            _ => false,
        };

    private static int?[] Numbers(string? version) =>
        [
            .. (version ?? "")
                .Trim()
                .Split('.')
                .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null),
        ];
}
