using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

public sealed class CareLimitTests
{
    [Fact]
    public void It_is_of_the_statutory_limits_of_care_that_run_and_of_no_other()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        var law = Law.Of(store.Current);
        var subject = new ClockSubject(new(2026, 3, 10), "health", "primary_care", 20, ["medical_reason", "general_medicine", "non_urgent"]);
        ClockFile File(params ClockFact[] facts) => new(subject, [new("contact", new(2026, 3, 10)), .. facts], []);
        var assessed = new ClockFact("need_assessed", new(2026, 3, 10), "nurse", "licensed");

        CareLimit.Of(File(), law).ShouldBeNull("the limit of the assessment is none of care");
        CareLimit.Of(File(assessed), law).ShouldBe(new LocalDate(2026, 3, 24));
        CareLimit.Of(File(assessed, new("visit", new(2026, 3, 12), "physician", "licensed")), law).ShouldBeNull();
    }
}
