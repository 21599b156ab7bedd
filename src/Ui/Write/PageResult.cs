using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Yhteys.Ui;

/// <summary>An answer that is a page, or a part of one that a script fetches again: a component and its parameters.</summary>
/// <param name="parameters">An object whose properties are named as the component's parameters; null gives none.</param>
public sealed class PageResult<TComponent>(object? parameters = null) : IResult, IStatusCodeHttpResult where TComponent : ComponentBase
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Null leaves the one that the response has.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Must have come about before anything is sent, such as an entry of the read log: the page is drawn meanwhile.</summary>
    public Task SentAfter { get; init; } = Task.CompletedTask;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var writer = new Write.PageWriter(httpContext.RequestServices, httpContext);
        var html = writer.Page(typeof(TComponent), Parameters(), Write.PartType.Of(typeof(TComponent)).Layout);
        await SentAfter;
        // Nothing has been sent when drawing fails, so that the page for failures can be.
        httpContext.Response.StatusCode = StatusCode ?? httpContext.Response.StatusCode;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.Body.WriteAsync(html, httpContext.RequestAborted);
    }

    private IEnumerable<KeyValuePair<string, object?>> Parameters() => parameters is null ? []
        : Properties.GetOrAdd(parameters.GetType(), t => t.GetProperties()).Select(p => KeyValuePair.Create(p.Name, p.GetValue(parameters)));
}
