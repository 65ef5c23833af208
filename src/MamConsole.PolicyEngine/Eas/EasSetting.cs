using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>An element of an Exchange policy that says something.</summary>
/// <param name="Name">One of <see cref="EasElement.All"/>.</param>
/// <param name="Number">Its number, in the element's range; null for a list.</param>
/// <param name="Items">Its items, for a list.</param>
public sealed record EasSetting(string Name, long? Number, ValueList<string> Items)
{
    public EasSetting(string name, long number)
        : this(name, number, []) { }
}
