using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;

namespace Yhteys.Ui.Write;

/// <summary>
/// Writes components as HTML once, from first to last. The renderer of the framework keeps a tree of what it has drawn, compares, and waits for what
/// may come later; our pages are whole when their handler answers, and never change after it (docs/decisions/0012).
/// </summary>
[SuppressMessage("Usage", "BL0006", Justification = "What a component says of itself is read, not a renderer's state; a change of it fails every page test.")]
internal sealed class PageWriter : IDisposable
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private readonly PageServices _services;
    private readonly List<object> _given;
    private readonly Stack<RenderTreeBuilder> _idle = [];
    private readonly HtmlText _body, _whole;
    private HtmlText _out;

    /// <param name="given">What every component may take as a cascading parameter.</param>
    public PageWriter(IServiceProvider services, params object[] given)
    {
        var encoder = services.GetRequiredService<HtmlEncoder>();
        (_services, _given, _body, _whole) = (new(services), [.. given], new(encoder), new(encoder));
        _out = _body;
    }

    /// <summary>A component and a layout around it.</summary>
    /// <returns>UTF-8, valid until the writer is disposed.</returns>
    public ReadOnlyMemory<byte> Page(Type component, IEnumerable<KeyValuePair<string, object?>> parameters, Type? layout)
    {
        // The page comes first: what it says of itself, as its title, stands before it.
        Part(component, parameters);
        if (layout is null)
            return _body.ToUtf8();
        _out = _whole;
        Part(layout, [new(nameof(LayoutComponentBase.Body), (RenderFragment)(b =>
        {
            b.OpenComponent<PageBody>(0);
            b.CloseComponent();
        }))]);
        return _whole.ToUtf8();
    }

    public void Dispose()
    {
        foreach (var builder in _idle)
            builder.Dispose();
        _body.Dispose();
        _whole.Dispose();
    }

    private void Part(Type component, IEnumerable<KeyValuePair<string, object?>> parameters)
    {
        var type = PartType.Of(component);
        var part = type.Make(_services, _given);
        Dictionary<string, object>? unmatched = null;
        foreach (var (name, value) in parameters)
            type.Set(part, name, value, ref unmatched);
        Draw(type, part, unmatched);
    }

    private void Draw(PartType type, ComponentBase part, Dictionary<string, object>? unmatched)
    {
        if (unmatched is not null)
            type.SetUnmatched(part, unmatched);
        OnInitialized(part);
        OnParametersSet(part);
        var builder = Builder();
        BuildRenderTree(part, builder);
        Frames(builder);
    }

    private RenderTreeBuilder Builder() => _idle.TryPop(out var idle) ? idle : new RenderTreeBuilder();

    private void Frames(RenderTreeBuilder builder)
    {
        var frames = builder.GetFrames();
        Write(frames.Array.AsSpan(0, frames.Count));
        builder.Clear();
        _idle.Push(builder);
    }

    private void Write(ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var i = 0; i < frames.Length;)
        {
            ref readonly var frame = ref frames[i];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Markup:
                    _out.Markup(frame.MarkupContent);
                    i++;
                    break;
                case RenderTreeFrameType.Text:
                    _out.Text(frame.TextContent);
                    i++;
                    break;
                case RenderTreeFrameType.Element:
                    Element(frame.ElementName, frames.Slice(i + 1, frame.ElementSubtreeLength - 1));
                    i += frame.ElementSubtreeLength;
                    break;
                case RenderTreeFrameType.Component:
                    Component(frame.ComponentType, frames.Slice(i + 1, frame.ComponentSubtreeLength - 1));
                    i += frame.ComponentSubtreeLength;
                    break;
                case RenderTreeFrameType.Region:
                    Write(frames.Slice(i + 1, frame.RegionSubtreeLength - 1));
                    i += frame.RegionSubtreeLength;
                    break;
                default:
                    throw new NotSupportedException($"A page can't hold {frame.FrameType}: nothing of it lives on.");
            }
        }
    }

    private void Element(string name, ReadOnlySpan<RenderTreeFrame> inside)
    {
        if (name is "textarea" or "select" && Value<object>(inside, "value") is not null)
            throw new NotSupportedException($"A {name} has no attribute value in HTML: write its text, or the choice that is selected.");
        _out.Markup('<', name);
        var i = 0;
        for (; i < inside.Length && inside[i].FrameType == RenderTreeFrameType.Attribute; i++)
        {
            _out.Markup(' ', inside[i].AttributeName);
            if (inside[i].AttributeValue is true)
                continue;
            if (inside[i].AttributeValue is not string value)
                throw new NotSupportedException($"{name} can't have {inside[i].AttributeName}: nothing would answer the browser.");
            _out.Markup("=\"");
            _out.Text(value);
            _out.Markup("\"");
        }

        _out.Markup(">");
        if (Void.Contains(name))
            return;
        Write(inside[i..]);
        _out.Markup("</");
        _out.Markup(name);
        _out.Markup(">");
    }

    private void Component(Type component, ReadOnlySpan<RenderTreeFrame> attributes)
    {
        var type = PartType.Of(component);
        if (type.IsBody)
            _out.Append(_body);
        else if (type.IsDynamic)
            Part(Value<Type>(attributes, nameof(DynamicComponent.Type))!, Value<IDictionary<string, object>>(attributes, nameof(DynamicComponent.Parameters)) is { } given ? given! : []);
        else if (type.GivesDown)
            Given(attributes);
        else
            Draw(type, attributes);
    }

    private void Draw(PartType type, ReadOnlySpan<RenderTreeFrame> attributes)
    {
        var part = type.Make(_services, _given);
        Dictionary<string, object>? unmatched = null;
        foreach (ref readonly var attribute in attributes)
            if (attribute.FrameType == RenderTreeFrameType.Attribute)
                type.Set(part, attribute.AttributeName, attribute.AttributeValue, ref unmatched);
            else
                throw new NotSupportedException($"A page can't hold {attribute.FrameType}: nothing of it lives on.");
        Draw(type, part, unmatched);
    }

    private void Given(ReadOnlySpan<RenderTreeFrame> attributes)
    {
        if (Value<string>(attributes, "Name") is { } name)
            throw new NotSupportedException($"{name} can't be given by name: what is inside takes it by its type.");
        _given.Add(Value<object>(attributes, "Value") ?? throw new NotSupportedException("Nothing can't be given to what is inside."));
        if (Value<RenderFragment>(attributes, "ChildContent") is { } content)
        {
            var builder = Builder();
            content(builder);
            Frames(builder);
        }

        _given.RemoveAt(_given.Count - 1);
    }

    private static T? Value<T>(ReadOnlySpan<RenderTreeFrame> attributes, string name) where T : class
    {
        foreach (ref readonly var frame in attributes)
            if (frame.FrameType != RenderTreeFrameType.Attribute)
                break;
            else if (frame.AttributeName == name)
                return (T?)frame.AttributeValue;
        return null;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "OnInitialized")]
    private static extern void OnInitialized(ComponentBase part);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "OnParametersSet")]
    private static extern void OnParametersSet(ComponentBase part);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "BuildRenderTree")]
    private static extern void BuildRenderTree(ComponentBase part, RenderTreeBuilder builder);
}

/// <summary>Where the layout has the page.</summary>
internal sealed class PageBody : ComponentBase;
