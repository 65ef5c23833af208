using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The unit of a validity. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ValidityUnit>))]
public enum ValidityUnit
{
    Days,
    Months,
    Years,
}
