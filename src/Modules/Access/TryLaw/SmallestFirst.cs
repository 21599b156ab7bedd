namespace Yhteys.Access.TryLaw;

/// <summary>The so many smallest of what it is offered, whatever the order in which it comes.</summary>
internal sealed class SmallestFirst<T>(int most, Comparison<T> compare)
{
    // The largest of those kept is at the head, where the next smaller one pushes it out.
    private readonly PriorityQueue<T, T> _kept = new(Comparer<T>.Create((a, b) => compare(b, a)));

    public IReadOnlyList<T> All
    {
        get
        {
            var all = _kept.UnorderedItems.Select(item => item.Element).ToList();
            all.Sort(compare);
            return all;
        }
    }

    public void Offer(T item)
    {
        if (_kept.Count < most)
            _kept.Enqueue(item, item);
        else if (compare(item, _kept.Peek()) < 0)
            _kept.EnqueueDequeue(item, item);
    }
}
