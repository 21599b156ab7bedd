using Yhteys.Access.Clocks;
using Yhteys.Kernel.Views;

namespace Yhteys.Access;

/// <summary>
/// A <see cref="View"/> whose rows follow from the law that it is made with; <see cref="View.ContentHash"/> is the law's hash. When another law is
/// taken into use, the same view under it takes its place while the program runs.
/// </summary>
public interface ILawView
{
    /// <summary>The same view with another law.</summary>
    View Under(Law law);
}
