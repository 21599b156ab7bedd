using Yhteys.Ui;

namespace Yhteys.Organisation;

internal static class Choices
{
    /// <summary>The chosen value; one that the page does not offer gets the sentence, and so does none.</summary>
    public static string? Chosen(this FormState form, string name, IEnumerable<Option> offered, string sentence)
    {
        if (form.Text(name) is { } chosen && offered.Any(o => o.Value == chosen))
            return chosen;
        form.Errors.Add(name, sentence);
        return null;
    }
}
