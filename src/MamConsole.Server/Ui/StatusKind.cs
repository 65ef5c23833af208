namespace MamConsole.Server.Ui;

/// <summary>The five states that the console knows; each has a shape and a colour beside its word.</summary>
public enum StatusKind
{
    /// <summary>A green disc: nothing to do. Its word stays in the text's own colour, so that green never shouts.</summary>
    Ready,

    /// <summary>An amber triangle: somebody should look.</summary>
    Attention,

    /// <summary>A red square: it did not work.</summary>
    Failed,

    /// <summary>A ring: we do not know. Silence is this, never ready.</summary>
    Unknown,

    /// <summary>A slashed ring: this Windows cannot do it, which is neither success nor failure.</summary>
    Cannot,
}
