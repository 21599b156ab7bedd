namespace Yhteys.Web.SignIn;

/// <summary>A person in the list of the sign-in page.</summary>
public sealed record SignInChoice(string Key, string Name);
