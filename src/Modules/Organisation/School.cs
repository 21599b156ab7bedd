namespace Yhteys.Organisation;

/// <summary>Whose school years they are: those of a municipality's own schools, or of another provider of education there, for example a joint vocational college.</summary>
/// <param name="Provider">Its name; null for the municipality itself.</param>
public sealed record School(string Municipality, string? Provider = null)
{
    /// <summary>As one choice of a form: 272, or 272/Kpedu.</summary>
    public string Key => Provider is null ? Municipality : $"{Municipality}/{Provider}";

    public static School Of(string key) => key.Split('/', 2) is [var municipality, { Length: > 0 } provider] ? new(municipality, provider) : new(key);
}
