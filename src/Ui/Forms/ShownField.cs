namespace Yhteys.Ui;

/// <summary>What a form shows in a field beforehand.</summary>
/// <param name="Value">As the field sends it; empty when nothing is chosen or typed. Of several choices their codes with spaces between.</param>
/// <param name="Several">The field is a set of choices.</param>
public sealed record ShownField(string Name, string? Value, bool Several = false)
{
    public IEnumerable<string> Choices => Split(Value);

    public static IEnumerable<string> Split(string? value) => (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is there now, without what the user took away and with what the user added.</summary>
    public static IEnumerable<T> Merged<T>(IEnumerable<T> now, IEnumerable<T> was, IReadOnlyList<T> chosen)
    {
        var before = was.ToList();
        return now.Except(before.Except(chosen)).Union(chosen.Except(before));
    }
}
