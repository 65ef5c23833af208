using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Enrollment;
using MamConsole.Server.Fleet;
using MamConsole.Server.Telemetry;
using Microsoft.Extensions.Configuration;

namespace MamConsole.Tests.Server.Settings;

/// <summary>Tests the records into which the sections of the configuration are read.</summary>
public sealed class SettingsSectionTests
{
    [Fact]
    public void EachSection_IsReadIntoItsRecord()
    {
        var configuration = Configuration(
            new()
            {
                ["Limits:CallsPerDevicePerMinute"] = "1",
                ["Limits:RefusalsPerAddressPerMinute"] = "2",
                ["limits:concurrentdevicecalls"] = "3",
                ["Limits:WaitingDeviceCalls"] = "4",
                ["Retention:ConversationDays"] = "5",
                ["Retention:ConversationsPerDevice"] = "6",
                ["Retention:RecordIdleSessions"] = "true",
                ["Retention:EndedEnrollmentDays"] = "90",
                ["Retention:AuditDays"] = "365",
                ["Devices:ClientId"] = "c4e1b7d2-93f5-4a68-8f27-6b0e9d5a1c34",
                ["Devices:AppIdUri"] = "api://mam",
                ["Devices:ProviderId"] = "Other",
                ["Devices:MaxPerUser"] = "7",
                ["Devices:UnauthenticatedAnswer"] = "http401",
                ["Devices:RequireScope"] = "False",
                ["Devices:UnenrollNode"] = "Root",
                ["Devices:FaultStatus"] = "200",
                ["Devices:EnrollmentType"] = "enforce",
                ["Devices:ProvisionPoll"] = "false",
                ["Telemetry:OtlpEndpoint"] = "http://collector:4318",
                ["Telemetry:MetricsPort"] = "9464",
            }
        );

        Assert.Equal(
            new DeviceLimits
            {
                CallsPerDevicePerMinute = 1,
                RejectionsPerAddressPerMinute = 2,
                ConcurrentDeviceCalls = 3,
                WaitingDeviceCalls = 4,
            },
            DeviceLimits.From(configuration)
        );
        Assert.Equal(
            new RetentionOptions
            {
                SessionDays = 5,
                SessionsPerDevice = 6,
                RecordIdleSessions = true,
                EndedEnrollmentDays = 90,
                AuditDays = 365,
            },
            RetentionOptions.From(configuration)
        );
        var devices = DeviceApplication.From(configuration);
        Assert.Equal(
            ("api://mam", "Other", 7, UnauthenticatedAnswer.Http401, false),
            (devices.AppIdUri, devices.ProviderId, devices.MaxPerUser, devices.UnauthenticatedAnswer, devices.RequireScope)
        );
        Assert.Equal(
            new EnrollmentOptions
            {
                FaultStatus = 200,
                EnrollmentType = EnrollmentTypeRule.Enforce,
                ProvisionPoll = false,
            },
            EnrollmentOptions.From(configuration)
        );
        Assert.Equal(
            new TelemetryOptions { OtlpEndpoint = new Uri("http://collector:4318"), MetricsPort = 9464 },
            TelemetryOptions.From(configuration)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void EmptyValue_CountsAsNotSet(string empty)
    {
        var configuration = Configuration(
            new()
            {
                ["Limits:CallsPerDevicePerMinute"] = empty,
                ["Retention:RecordIdleSessions"] = empty,
                ["Devices:EnrollmentType"] = empty,
                ["Telemetry:OtlpEndpoint"] = empty,
                ["Telemetry:MetricsPort"] = empty,
            }
        );

        Assert.Equal(new DeviceLimits(), DeviceLimits.From(configuration));
        Assert.Equal(new RetentionOptions(), RetentionOptions.From(configuration));
        Assert.Equal(new EnrollmentOptions(), EnrollmentOptions.From(configuration));
        Assert.Equal(new TelemetryOptions(), TelemetryOptions.From(configuration));
    }

    private static IConfigurationRoot Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
