namespace Yhteys.Ui.Write;

/// <summary>The services of one page. Each is asked for once, however many components have it.</summary>
internal sealed class PageServices(IServiceProvider services)
{
    private readonly Dictionary<Type, object> _asked = [];

    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public object Get(Type type)
    {
        if (_asked.TryGetValue(type, out var asked))
            return asked;
        return _asked[type] = services.GetService(type) ?? throw new InvalidOperationException($"A page needs {type.Name}, which is no service.");
    }
}
