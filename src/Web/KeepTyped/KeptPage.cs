using Microsoft.AspNetCore.Http.HttpResults;

namespace Yhteys.Web.KeepTyped;

/// <summary>The pages that give back what was typed.</summary>
internal static class KeptPage
{
    public static RazorComponentResult<KeptView> SignedInAgain(KeptForm form) => Show(form, "Kept_Back", StatusCodes.Status200OK);

    public static RazorComponentResult<KeptView> PageWasOld(KeptForm form) => Show(form, "Kept_Old", StatusCodes.Status400BadRequest);

    public static RazorComponentResult<KeptView> NotYours() => Show(null, "Kept_NotYours", StatusCodes.Status200OK);

    private static RazorComponentResult<KeptView> Show(KeptForm? form, string texts, int status) => new(new
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
