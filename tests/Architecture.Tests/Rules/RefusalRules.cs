using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

internal static class RefusalRules
{
    public static IReadOnlyList<Type> Types { get; } = [.. House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Refusal)))];

    /// <summary>A refusal of the type for each of its keys: one whose key follows an enum has several.</summary>
    public static IEnumerable<Refusal> Samples(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        var parameters = constructor.GetParameters();
        var choices = parameters.Select(p => p.ParameterType.IsEnum ? Enum.GetValues(p.ParameterType).Cast<object?>().ToArray() : [SampleValue.Of(p.ParameterType, p.Name!)]).ToList();
        var most = choices.Select(c => c.Length).DefaultIfEmpty(1).Max();
        return Enumerable.Range(0, most).Select(i => (Refusal)constructor.Invoke([.. choices.Select(c => c[i % c.Length])]));
    }

    /// <summary>Keys that a book lacks, and sentences that say too little or whose placeholders get no value.</summary>
    public static IEnumerable<string> WithoutSentence(Refusal refusal, TextBook? book)
    {
        if (book is null)
            return [$"{refusal.GetType().FullName}: its assembly has no Texts"];
        return from texts in new[] { ("fi", book.Fi), ("sv", book.Sv), ("en", book.En) }
               let sentence = texts.Item2.GetValueOrDefault(refusal.Key)
               let wrong = sentence switch
               {
                   null => "is missing",
                   _ when sentence.Trim().Split(' ').Length < 2 || sentence.Trim()[^1] is not ('.' or '?' or '!') => "is no sentence",
                   _ when sentence.Contains($"{{{refusal.Arguments.Length}}}", StringComparison.Ordinal) => "asks for more arguments than the refusal has",
                   _ => null,
               }
               where wrong is not null
               select $"{refusal.GetType().Name} {refusal.Key} in {texts.Item1} {wrong}";
    }
}
