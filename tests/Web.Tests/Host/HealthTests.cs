using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Host;

public sealed class HealthTests
{
    [Fact]
    public void Anybody_is_told_that_there_is_a_trouble_and_only_the_log_why() =>
        Health.Told(new("The view matters has stopped at event 7", "PostgresException: 23505: Key (number)=(ABCD) already exists."))
            .ShouldBe("The view matters has stopped at event 7: the log tells why.");
}
