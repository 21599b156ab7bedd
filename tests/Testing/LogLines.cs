using Microsoft.Extensions.Logging;

namespace Yhteys.Testing;

/// <summary>Sentences of what was logged, in their order.</summary>
public class LogLines : List<string>, ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Add(formatter(state, exception));
}

/// <summary>The same of one class in a program.</summary>
public sealed class LogLines<T> : LogLines, ILogger<T>;
