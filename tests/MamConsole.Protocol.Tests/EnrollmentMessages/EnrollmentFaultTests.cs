using System.Text;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Tests.Protocol.EnrollmentMessages;

/// <summary>Faults. Windows shows the reason only when the case of all names is correct (docs/reference/protocol.md §1.6).</summary>
public sealed class EnrollmentFaultTests
{
    private static readonly Guid Trace = new("2493ee37-beeb-4cb9-833c-cadde9067645");

    public static TheoryData<string, string, string?, uint> Known =>
        new()
        {
            { "MessageFormat", "s:MessageFormat", null, 0x80180001 },
            { "Authentication", "s:Authentication", null, 0x80180002 },
            { "Authorization", "s:Authorization", null, 0x80180003 },
            { "EnrollmentServer", "s:EnrollmentServer", null, 0x80180005 },
            { "InternalServiceFault", "a:InternalServiceFault", null, 0x80180006 },
            { "InvalidSecurity", "a:InvalidSecurity", null, 0x80180007 },
            { "DeviceCapReached", "s:Authorization", "DeviceCapReached", 0x80180013 },
            { "DeviceNotSupported", "s:EnrollmentServer", "DeviceNotSupported", 0x80180014 },
            { "NotSupported", "s:EnrollmentServer", "NotSupported", 0x80180015 },
            { "InMaintenance", "s:EnrollmentServer", "InMaintenance", 0x80180017 },
            { "UserLicense", "s:Authorization", "UserLicense", 0x80180018 },
            { "InvalidEnrollmentData", "s:EnrollmentServer", "InvalidEnrollmentData", 0x80180019 },
            { "CustomServerError", "s:EnrollmentServer", "CustomServerError", 0x80180032 },
        };

    [Theory]
    [MemberData(nameof(Known))]
    public void Fault_IsReadWithItsErrorCode(string name, string subcode, string? errorType, uint hresult)
    {
        var fault = Assert.Single(EnrollmentFault.All, one => one.ToString() == name);
        var bytes = EnrollmentFaultWriter.Write(fault, "Because <of> this & that.", Trace, "urn:uuid:1");

        var rejected = Assert.IsType<EnrollmentAnswer.Rejected>(EnrollmentResponseReader.Read(bytes));
        Assert.Equal(new EnrollmentAnswer.Rejected(subcode, errorType, "Because <of> this & that.", Trace.ToString()), rejected);
        Assert.Equal(hresult, rejected.HResult(500));
        Assert.Equal(hresult, fault.HResult);
    }

    [Fact]
    public void Write_UsesCasingOfWindows()
    {
        var text = Encoding.UTF8.GetString(EnrollmentFaultWriter.Write(EnrollmentFault.DeviceCapReached, "Too many.", Trace, "urn:uuid:1"));
        Assert.Equal(
            "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"
                + "<a:Action s:mustUnderstand=\"1\">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RSTRC/wstep</a:Action>"
                + $"<ActivityId CorrelationId=\"{Trace}\" "
                + $"xmlns=\"http://schemas.microsoft.com/2004/09/ServiceModel/Diagnostics\">{Trace}</ActivityId><a:RelatesTo>urn:uuid:1</a:RelatesTo></s:Header>"
                + "<s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:Authorization</s:Value></s:Subcode></s:Code>"
                + "<s:Reason><s:Text xml:lang=\"en-us\">Too many.</s:Text></s:Reason><s:Detail><DeviceEnrollmentServiceError "
                + "xmlns=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment\"><ErrorType>DeviceCapReached</ErrorType><Message>Too many.</Message>"
                + $"<TraceId>{Trace}</TraceId></DeviceEnrollmentServiceError></s:Detail></s:Fault></s:Body></s:Envelope>",
            text
        );
    }

    [Fact]
    public void Read_IgnoresFaultInLowercase()
    {
        var text = Encoding
            .UTF8.GetString(EnrollmentFaultWriter.Write(EnrollmentFault.DeviceCapReached, "Too many.", Trace))
            .Replace("s:Subcode", "s:subcode", StringComparison.Ordinal)
            .Replace("DeviceEnrollmentServiceError", "deviceenrollmentserviceerror", StringComparison.Ordinal);
        var rejected = Assert.IsType<EnrollmentAnswer.Rejected>(EnrollmentResponseReader.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(0x801900C8, rejected.HResult(200));
        Assert.Null(rejected.ErrorType);
    }

    [Theory]
    [InlineData("VersionMismatch")]
    [InlineData("MustUnderstand")]
    public void SoapFault_HasNoSubcode(string name)
    {
        var text = Encoding.UTF8.GetString(
            EnrollmentFaultWriter.Write(Assert.Single(EnrollmentFault.All, one => one.ToString() == name), "r", Trace)
        );
        Assert.Contains($"<s:Code><s:Value>s:{name}</s:Value></s:Code>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RelatesTo", text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_ContainsEveryFaultOnce()
    {
        var fields = typeof(EnrollmentFault)
            .GetFields()
            .Where(field => field.FieldType == typeof(EnrollmentFault))
            .Select(field => (EnrollmentFault)field.GetValue(null)!);
        Assert.Equal(fields.Select(fault => fault.ToString()).Order(), EnrollmentFault.All.Select(fault => fault.ToString()).Order());
        Assert.Equal(Known.Count + 2, EnrollmentFault.All.Length);
    }
}
