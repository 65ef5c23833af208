using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Eas;

public sealed class EasPolicyTests
{
    [Fact]
    public void EasElement_Has42ElementsAnd10OnWindows()
    {
        Assert.Equal(42, EasElement.All.Select(element => element.Name).Distinct().Count());
        Assert.Equal(10, EasElement.All.Count(element => element.OnWindows));
    }

    [Fact]
    public void EasElement_MatchesReferenceList()
    {
        var rows = File.ReadLines(ReferenceDocuments.Path("eas.md"))
            .SkipWhile(line => !line.StartsWith("| Element |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        var names = rows.SelectMany(row => row.Split('|')[1].Split(','))
            .Select(name => name.Split('/')[0].Trim())
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.Equal(EasElement.All.Select(element => element.Name).Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Json_RoundTripsAndOmitsEmptyElements()
    {
        const string Json = """{"DevicePasswordEnabled":1,"MaxEmailBodyTruncationSize":-1,"ApprovedApplicationList":["one","two"]}""";
        var policy = Read(
            $$"""{ "ApprovedApplicationList": ["one", "two"], "MinDevicePasswordLength": null, "UnapprovedInROMApplicationList": [], "MaxEmailBodyTruncationSize": -1, "DevicePasswordEnabled": 1 }"""
        );

        Assert.Equal(Json, JsonSerializer.Serialize(policy, WrittenPolicy.Json));
        Assert.Equal(policy, Read(Json));
        Assert.Equal(["MaxEmailBodyTruncationSize", "ApprovedApplicationList"], policy.NotEvaluated.Select(setting => setting.Name));
    }

    [Theory]
    [InlineData("""{ "DevicePasswordEnabled": true }""", "$.DevicePasswordEnabled")]
    [InlineData("""{ "DevicePasswordEnabled": 2 }""", "$.DevicePasswordEnabled")]
    [InlineData("""{ "devicePasswordEnabled": 1 }""", "$.devicePasswordEnabled")]
    [InlineData("""{ "MinDevicePasswordLength": 0 }""", "$.MinDevicePasswordLength")]
    [InlineData("""{ "MinDevicePasswordLength": 17 }""", "$.MinDevicePasswordLength")]
    [InlineData("""{ "MinDevicePasswordLength": "8" }""", "$.MinDevicePasswordLength")]
    [InlineData("""{ "MinDevicePasswordLength": 8.5 }""", "$.MinDevicePasswordLength")]
    [InlineData("""{ "MaxDevicePasswordFailedAttempts": 3 }""", "$.MaxDevicePasswordFailedAttempts")]
    [InlineData("""{ "MaxInactivityTimeDeviceLock": 4294967296 }""", "$.MaxInactivityTimeDeviceLock")]
    [InlineData("""{ "MaxCalendarAgeFilter": 2 }""", "$.MaxCalendarAgeFilter")]
    [InlineData("""{ "DevicePasswordHistory": [] }""", "$.DevicePasswordHistory")]
    [InlineData("""{ "ApprovedApplicationList": 1 }""", "$.ApprovedApplicationList")]
    [InlineData("""{ "ApprovedApplicationList": [1] }""", "$.ApprovedApplicationList")]
    [InlineData("""{ "AllowCamera": 1, "AllowCamera": 1 }""", "$.AllowCamera")]
    [InlineData("[]", "$")]
    public void Deserialize_NamesPathOfWrongValue(string json, string path)
    {
        var fault = Assert.IsType<JsonFaultException>(Assert.Throws<JsonException>(() => Read(json)).InnerException);

        Assert.Equal(path, fault.Path);
        Assert.NotEmpty(fault.Message);
    }

    [Theory]
    [InlineData("""{ "MinDevicePasswordLength": 3 }""", "$.MinDevicePasswordLength")]
    [InlineData("""{ "MaxDevicePasswordFailedAttempts": 17 }""", "$.MaxDevicePasswordFailedAttempts")]
    [InlineData("""{ "MaxInactivityTimeDeviceLock": 1000 }""", "$.MaxInactivityTimeDeviceLock")]
    [InlineData("""{ "DevicePasswordHistory": null }""", "$.DevicePasswordHistory")]
    [InlineData("""{ "AllowCamera": 1 }""", "$.AllowCamera")]
    [InlineData("""{ "DevicePasswordEnabled": 0, "DevicePasswordEnabled": 0 }""", "$.DevicePasswordEnabled")]
    [InlineData("0", "$")]
    public void Deserialize_NamesPathOfWrongNode(string json, string path)
    {
        var fault = Assert.IsType<JsonFaultException>(
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LockNodes>(json, WrittenPolicy.Json)).InnerException
        );

        Assert.Equal(path, fault.Path);
    }

    private static EasPolicy Read(string json) => JsonSerializer.Deserialize<EasPolicy>(json, WrittenPolicy.Json)!;
}
