using Yhteys.Ui;

namespace Yhteys.Web.SignIn;

internal static class SignInPage
{
    /// <param name="kept">What was typed before the session ended, sealed for the one who typed it.</param>
    public static PageResult<SignInView> Show(
        Personas personas, string back, string? kept = null, string? error = null, int? status = null)
    {
        var form = new FormState();
        if (error is not null)
            form.Errors.Add("persona", error);
        return new(new
        {
            Residents = Rows(personas, resident: true),
            Professionals = Rows(personas, resident: false),
            Open = personas.Open,
            Back = back,
            Kept = kept,
            Form = form,
        })
        {
            StatusCode = status ?? form.Status,
        };
    }

    private static List<SignInChoice> Rows(Personas personas, bool resident) =>
        [.. personas.All.Where(p => p.User.IsResident == resident).Select(p => new SignInChoice(p.Key, p.User.Name))];
}
