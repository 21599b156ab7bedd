using System.Reflection;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Advisory locks of PostgreSQL are numbers that all of a database share: who takes another's waits for what has nothing to do with it.</summary>
public sealed class LockTests
{
    [Fact]
    public void Each_lock_has_a_number_of_its_own()
    {
        var types = House.Assemblies.SelectMany(assembly => assembly.GetTypes()).ToList();
        Locks(types).Count.ShouldBeGreaterThanOrEqualTo(3);
        Shared(types).ShouldBeEmpty();
    }

    [Fact]
    public void Canary()
    {
        Type[] types = [typeof(One), typeof(Other)];
        Locks(types).Count.ShouldBe(2);
        Shared(types).ShouldBe(["One.WriterLock and Other.OwnLock"]);
    }

    private static ILookup<long, string> Locks(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.IsLiteral && field.FieldType == typeof(long) && field.Name.EndsWith("Lock", StringComparison.Ordinal))
        .ToLookup(field => (long)field.GetRawConstantValue()!, field => $"{field.DeclaringType!.Name}.{field.Name}");

    private static IEnumerable<string> Shared(IEnumerable<Type> types) => Locks(types).Where(number => number.Count() > 1).Select(number => string.Join(" and ", number));

    private static class One
    {
        internal const long WriterLock = 7, StartLock = 8, Locked = 8;
    }

    private static class Other
    {
        internal const long OwnLock = 7;
        internal const int SmallLock = 8;
    }
}
