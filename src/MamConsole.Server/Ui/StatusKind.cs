namespace MamConsole.Server.Ui;

/// <summary>The five kinds of states in the console; each has a shape and a color in addition to its text.</summary>
public enum StatusKind
{
    /// <summary>A green disc: nothing to do. The text keeps its normal color, so that green is not prominent.</summary>
    Ready,

    /// <summary>An amber triangle: a person should look at it.</summary>
    Attention,

    /// <summary>A red square: it failed.</summary>
    Failed,

    /// <summary>A ring: the state is unknown. A PC that does not check in has this kind, never Ready.</summary>
    Unknown,

    /// <summary>A slashed ring: this version of Windows does not support it, which is neither success nor failure.</summary>
    Cannot,
}
