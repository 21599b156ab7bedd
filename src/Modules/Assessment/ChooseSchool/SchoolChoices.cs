using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Organisation.Municipalities;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>The schools that can be chosen: of each of the county's municipalities, with the other providers there whose school years are known.</summary>
internal static class SchoolChoices
{
    public static List<Option> Of(ContentStore content, OrganisationQueries organisation, string language)
    {
        var others = organisation.OtherSchools().ToLookup(school => school.Municipality, StringComparer.Ordinal);
        return
        [
            .. content.Current.County.Municipalities.Select(MunicipalityRegister.Find).OfType<Municipality>().SelectMany(m =>
                others[m.Code].Select(school => new Option(school.Key, $"{m.Name(language)}: {school.Provider}")).Prepend(new(m.Code, m.Name(language)))),
        ];
    }
}
