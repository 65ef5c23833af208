using System.Collections.Frozen;
using System.Reflection;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Policies.Pages.Panels;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>
/// The forms of the areas. The panel of an area is the component with a name that ends in <c>Panel</c> and that inherits
/// <see cref="PanelBase{T}"/> of the area's settings; a new panel needs no registration.
/// </summary>
internal static class AreaPanels
{
    private static readonly MethodInfo Callback = typeof(AreaPanels).GetMethod(
        nameof(CallbackOf),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    /// <summary>The panels by the type of the settings.</summary>
    public static readonly FrozenDictionary<Type, Type> All = typeof(PanelBase<>)
        .Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Panel", StringComparison.Ordinal) && SettingsOf(type) is not null)
        .ToFrozenDictionary(type => SettingsOf(type)!);

    /// <summary>Renders the form of one area.</summary>
    /// <param name="area">The area; it must have a panel.</param>
    /// <param name="page">The component to render again after a change.</param>
    /// <param name="draft">Returns the draft at the moment of a change, because two changes can occur before the page renders
    /// again.</param>
    /// <param name="changed">Receives the changed draft.</param>
    public static RenderFragment Render(
        PolicyArea area,
        ComponentBase page,
        Func<WrittenPolicy> draft,
        Func<WrittenPolicy, Task> changed
    ) =>
        builder =>
        {
            builder.OpenComponent(0, All[area.SettingsType]);
            builder.AddComponentParameter(1, nameof(PanelBase<>.Value), area.SettingsOf(draft()));
            builder.AddComponentParameter(
                2,
                nameof(PanelBase<>.ValueChanged),
                Callback.MakeGenericMethod(area.SettingsType).Invoke(null, [area, page, draft, changed])
            );
            builder.CloseComponent();
        };

    private static EventCallback<T> CallbackOf<T>(
        PolicyArea area,
        ComponentBase page,
        Func<WrittenPolicy> draft,
        Func<WrittenPolicy, Task> changed
    )
        where T : class => EventCallback.Factory.Create<T>(page, settings => changed(area.With(draft(), settings)));

    private static Type? SettingsOf(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(PanelBase<>)
            ? parent.GetGenericArguments()[0]
            : null;
}
