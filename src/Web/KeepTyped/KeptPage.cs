using Yhteys.Ui;

namespace Yhteys.Web.KeepTyped;

/// <summary>The pages that give back what was typed.</summary>
internal static class KeptPage
{
    public static PageResult<KeptView> SignedInAgain(KeptForm form) => Show(form, "Kept_Back", StatusCodes.Status200OK);

    public static PageResult<KeptView> PageWasOld(KeptForm form) => Show(form, "Kept_Old", StatusCodes.Status400BadRequest);

    public static PageResult<KeptView> NotYours() => Show(null, "Kept_NotYours", StatusCodes.Status200OK);

    /// <summary>Another has signed in since the page was opened: they must neither see what was typed nor send it as theirs.</summary>
    public static PageResult<KeptView> OfAnother() => Show(null, "Kept_OfAnother", StatusCodes.Status400BadRequest);

    private static PageResult<KeptView> Show(KeptForm? form, string texts, int status) => new(new
    {
        TextKey = texts,
        Action = form?.Action ?? "/",
        Fields = form?.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList() ?? [],
        Written = form?.Written ?? [],
    })
    {
        StatusCode = status,
    };
}
