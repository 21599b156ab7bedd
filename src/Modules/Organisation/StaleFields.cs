using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>A form whose page has grown old: what the user left as it was must not undo what another has changed.</summary>
internal static class StaleFields
{
    /// <summary>Makes a form that was refused as old fit to be sent again: what the user did not touch is as it is now.</summary>
    /// <param name="version">Of the stream, read before <paramref name="now"/>.</param>
    /// <param name="whole">Fields that are one thing: a half of each would be nobody's.</param>
    public static void Renew(FormState form, long version, IReadOnlyList<ShownField> now, params string[] whole)
    {
        var keeps = whole.Any(name => !form.Untouched(name));
        foreach (var field in now)
        {
            if (field.Several)
                form.Fill(field.Name, Merged(field.Choices, ShownField.Split(form[FormState.Was + field.Name]), form.All(field.Name)));
            else if (whole.Contains(field.Name) ? !keeps : form.Untouched(field.Name))
                form[field.Name] = field.Value ?? "";
            form[FormState.Was + field.Name] = field.Value ?? "";
        }

        form.See(version);
    }

    /// <summary>What is there now, without what the user took away and with what the user added.</summary>
    public static IEnumerable<T> Merged<T>(IEnumerable<T> now, IEnumerable<T> was, IReadOnlyList<T> chosen)
    {
        var before = was.ToList();
        return now.Except(before.Except(chosen)).Union(chosen.Except(before));
    }
}
