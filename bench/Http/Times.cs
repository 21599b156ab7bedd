using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Yhteys.Bench.Http;

/// <summary>How long requests took, by name of the step, milliseconds.</summary>
internal sealed class Times
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _steps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    public IEnumerable<(string Step, Percentiles Times)> Steps => _steps.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, new Percentiles(s.Value)));

    public int Errors => _errors.Values.Sum();

    public string ErrorsTold => string.Join("; ", _errors.Select(e => $"{e.Key} × {e.Value}"));

    public Percentiles All => new(_steps.Values.SelectMany(v => v));

    public void Add(string step, double milliseconds) => _steps.GetOrAdd(step, _ => []).Add(milliseconds);

    public void Fail(string what) => _errors.AddOrUpdate(what, 1, (_, n) => n + 1);

    public async Task<Answer> Measure(string step, Func<Task<Answer>> send)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await send();
        Add(step, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return answer;
    }
}

/// <summary>Sorted times, milliseconds.</summary>
internal sealed class Percentiles(IEnumerable<double> times)
{
    private readonly double[] _sorted = [.. times.Order()];

    public int Count => _sorted.Length;

    public double At(double share) => _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0}, p95 {At(0.95):0.0}, p99 {At(0.99):0.0} ms");
}
