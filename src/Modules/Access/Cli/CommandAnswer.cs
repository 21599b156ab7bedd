namespace Yhteys.Access.Cli;

/// <summary>What a command answers: a value, or a sentence that says what to do (exit 2).</summary>
public sealed record CommandAnswer<T>(T? Value, string? Error) where T : class
{
    public static CommandAnswer<T> Of(T value) => new(value, null);

    public static CommandAnswer<T> Fail(string sentence) => new(null, sentence);
}
