using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Yhteys.Ui.Write;

/// <summary>What is known of a component's type: how it is made, and where its services and parameters go.</summary>
internal sealed class PartType
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, PartType> Known = new();
    private static readonly MethodInfo Typed = typeof(PartType).GetMethod(nameof(TypedSetter), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>What a component does after it has been drawn, or drawn again: nothing would ask for it.</summary>
    private static readonly string[] Later =
        ["SetParametersAsync", "OnInitializedAsync", "OnParametersSetAsync", "ShouldRender", "OnAfterRender", "OnAfterRenderAsync"];

    private readonly Type _type;
    private readonly (Type Type, Action<object, object?> Set)[] _services, _cascading;
    private readonly FrozenDictionary<string, Action<object, object?>> _parameters;
    private readonly Action<object, object?>? _unmatched;

    private PartType(Type type)
    {
        _type = type;
        Layout = type.GetCustomAttribute<LayoutAttribute>()?.LayoutType;
        IsDynamic = type == typeof(DynamicComponent);
        GivesDown = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CascadingValue<>);
        IsBody = type == typeof(PageBody);
        var properties = Properties(type).ToList();
        if (!IsDynamic && !GivesDown && WhyNot(type, properties) is { } why)
            throw new NotSupportedException($"{type.Name} can't be drawn in a page that is written once: {why}.");
        _services = Settable<InjectAttribute>(properties);
        _cascading = Settable<CascadingParameterAttribute>(properties);
        var parameters = properties.Select(p => (Property: p, As: p.GetCustomAttribute<ParameterAttribute>())).Where(p => p.As is not null).ToList();
        _parameters = parameters.Where(p => !p.As!.CaptureUnmatchedValues).ToFrozenDictionary(p => p.Property.Name, p => Setter(p.Property), StringComparer.Ordinal);
        _unmatched = parameters.Where(p => p.As!.CaptureUnmatchedValues).Select(p => Setter(p.Property)).SingleOrDefault();
    }

    /// <summary>The component around a page, from its <c>@layout</c>.</summary>
    public Type? Layout { get; }

    /// <summary>Another component, which its parameters name.</summary>
    public bool IsDynamic { get; }

    /// <summary>It gives a value to all that are inside.</summary>
    public bool GivesDown { get; }

    /// <summary>The place of the page in its layout.</summary>
    public bool IsBody { get; }

    public static PartType Of(Type type) => Known.GetOrAdd(type, t => new(t));

    /// <summary>A new one with its services and what is given to all that are inside, the last given first.</summary>
    public ComponentBase Make(PageServices services, List<object> given)
    {
        var part = (ComponentBase)Activator.CreateInstance(_type)!;
        foreach (var (type, set) in _services)
            set(part, services.Get(type));
        foreach (var (type, set) in _cascading)
            for (var i = given.Count - 1; i >= 0; i--)
                if (type.IsInstanceOfType(given[i]))
                {
                    set(part, given[i]);
                    break;
                }
        return part;
    }

    /// <exception cref="InvalidOperationException">There is no such parameter.</exception>
    public void Set(ComponentBase part, string name, object? value, ref Dictionary<string, object>? unmatched)
    {
        if (_parameters.TryGetValue(name, out var set))
            set(part, value);
        else if (_unmatched is not null)
            (unmatched ??= new(StringComparer.OrdinalIgnoreCase))[name] = value!;
        else
            throw new InvalidOperationException($"{_type.Name} has no parameter {name}.");
    }

    public void SetUnmatched(ComponentBase part, Dictionary<string, object> unmatched) => _unmatched!(part, unmatched);

    private static string? WhyNot(Type type, List<PropertyInfo> properties) =>
        !type.IsAssignableTo(typeof(ComponentBase)) ? "it is of another kind"
        : Later.FirstOrDefault(name => type.GetMethod(name, Any)!.DeclaringType!.Assembly != typeof(ComponentBase).Assembly) is { } later ? $"it has a {later} of its own"
        : type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable)) ? "nothing would dispose of it"
        : properties.Any(p => p.GetCustomAttribute<InjectAttribute>()?.Key is not null) ? "it has a service with a key"
        : properties.Any(p => p.GetCustomAttribute<CascadingParameterAttributeBase>() is { } given and not CascadingParameterAttribute { Name: null }) ? "a value is given to it by name, or from the address"
        : null;

    // A private property of a base is not among those of the type.
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        for (var declaring = type; declaring is not null && declaring != typeof(ComponentBase); declaring = declaring.BaseType)
            foreach (var property in declaring.GetProperties(Any | BindingFlags.DeclaredOnly))
                yield return property;
    }

    private static (Type Type, Action<object, object?> Set)[] Settable<T>(IEnumerable<PropertyInfo> properties) where T : Attribute =>
        [.. properties.Where(p => p.IsDefined(typeof(T))).Select(p => (p.PropertyType, Setter(p)))];

    private static Action<object, object?> Setter(PropertyInfo property) =>
        (Action<object, object?>)Typed.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property.SetMethod])!;

    private static Action<object, object?> TypedSetter<TPart, TValue>(MethodInfo set)
    {
        var typed = set.CreateDelegate<Action<TPart, TValue>>();
        return (part, value) => typed((TPart)part, (TValue)value!);
    }
}
