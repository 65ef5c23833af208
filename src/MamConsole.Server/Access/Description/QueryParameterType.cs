namespace MamConsole.Server.Access.Description;

/// <summary>The type that the text of a query parameter represents.</summary>
internal enum QueryParameterType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
