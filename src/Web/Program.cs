namespace Yhteys.Web;

public partial class Program
{
    public static int Main() => 0;
}
