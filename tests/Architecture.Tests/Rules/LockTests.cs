using System.Reflection;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Advisory locks of PostgreSQL are numbers that all of a database share: who takes another's waits for what has nothing to do with it.</summary>
public sealed class LockTests
{
    [Fact]
    public void Each_lock_has_a_number_of_its_own()
    {
        var locks = House.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.IsLiteral && field.FieldType == typeof(long) && field.Name.EndsWith("Lock", StringComparison.Ordinal))
            .ToLookup(field => (long)field.GetRawConstantValue()!, field => $"{field.DeclaringType!.Name}.{field.Name}");

        locks.Count.ShouldBeGreaterThanOrEqualTo(3);
        locks.Where(number => number.Count() > 1).Select(number => string.Join(" and ", number)).ShouldBeEmpty();
    }
}
