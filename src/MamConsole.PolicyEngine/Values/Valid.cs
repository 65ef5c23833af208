namespace MamConsole.PolicyEngine.Values;

/// <summary>The proof that something passed its rules; only the validator can make one.</summary>
public sealed record Valid<T>
{
    internal Valid(T value) => Value = value;

    public T Value { get; }
}
