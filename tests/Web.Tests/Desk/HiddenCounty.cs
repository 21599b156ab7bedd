using Yhteys.Residents;

namespace Yhteys.Web.Tests.Desk;

/// <summary>A county in which Aino is under non-disclosure: she has a matter of danger, has sent one for her child, and somebody worries about her.</summary>
public sealed class HiddenCounty : IDisposable
{
    public static readonly string[] Secrets = ["Virsukuja", "67100", "041 000 0001", "x@example.fi", "Kokkola"];

    public HiddenCounty()
    {
        Desk.Run(DeskCounty.Aino, new NonDisclosureSet(DeskCounty.Aino));
        Own = Desk.Contact(DeskCounty.Aino, danger: true);
        Childs = Desk.Contact(DeskCounty.Eetu, by: DeskCounty.Aino, age: 15);
        Desk.Notice(DeskCounty.Aino, "adult_social", 37);
    }

    public DeskCounty Desk { get; } = new();

    public Guid Own { get; }
    public Guid Childs { get; }

    public void Dispose() => Desk.Dispose();
}
