namespace MamConsole.PolicyEngine.Values;

/// <summary>Proves that a value passed validation; only the validator can create one.</summary>
public sealed record Valid<T>
{
    internal Valid(T value) => Value = value;

    public T Value { get; }
}
