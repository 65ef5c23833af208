using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>An element of an Exchange policy that has a value.</summary>
/// <param name="Name">The name, one of <see cref="EasElement.All"/>.</param>
/// <param name="Number">The number, in the element's range; null for a list.</param>
/// <param name="Items">The items of a list.</param>
public sealed record EasSetting(string Name, long? Number, ValueList<string> Items)
{
    public EasSetting(string name, long number)
        : this(name, number, []) { }
}
