namespace MamConsole.PolicyEngine.Import;

/// <summary>The result of the import of one property.</summary>
public enum ImportReportKind
{
    /// <summary>The property was imported with the same meaning, or was empty in the source.</summary>
    Imported,

    /// <summary>The property has the opposite meaning in the source: blocked became allowed, disabled became enabled.</summary>
    Inverted,

    /// <summary>The value had an invalid or unsupported form and was converted to the valid one.</summary>
    Repaired,

    /// <summary>The policy has no corresponding setting.</summary>
    Dropped,
}
