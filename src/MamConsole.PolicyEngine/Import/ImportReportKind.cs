namespace MamConsole.PolicyEngine.Import;

/// <summary>What became of one property of the source.</summary>
public enum ImportReportKind
{
    /// <summary>It says the same here, or said nothing there.</summary>
    Imported,

    /// <summary>It says the opposite there: blocked became allowed, disabled became enabled.</summary>
    Inverted,

    /// <summary>It was written in a form that works nowhere or not here, and now stands in the right one.</summary>
    Repaired,

    /// <summary>It has no place here.</summary>
    Dropped,
}
