using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Testing;

/// <summary>A value of any type that an event may have, every field filled, the same on each run.</summary>
public static class SampleValue
{
    public static object? Of(Type type, string name)
    {
        var t = Nullable.GetUnderlyingType(type) ?? type;
        if (t == typeof(string))
            return name;
        if (t == typeof(Guid))
            return new Guid(Hash(name).AsSpan(0, 16));
        if (t == typeof(bool))
            return true;
        if (t.IsEnum)
            return Enum.GetValues(t).Cast<object>().Last();
        if (t.IsPrimitive || t == typeof(decimal))
            return Convert.ChangeType(7, t, System.Globalization.CultureInfo.InvariantCulture);
        if (t == typeof(Instant))
            return TestClock.OrdinaryTuesday;
        if (t == typeof(LocalDate))
            return new LocalDate(2026, 3, 10);
        if (t == typeof(LocalTime))
            return new LocalTime(9, 30);
        if (t == typeof(LocalDateTime))
            return new LocalDateTime(2026, 3, 10, 9, 30);
        if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Sealed<>))
            return JsonSerializer.Deserialize($"\"{Convert.ToBase64String([.. Hash(name), .. Hash(name + "2")])}\"", t, EventJson.Options);
        return Items(t, name) ?? Made(t, name);
    }

    private static object? Items(Type type, string name)
    {
        if (!type.IsAssignableTo(typeof(IEnumerable)))
            return null;
        var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[^1];
        if (type.GetGenericArguments() is [var key, var value])
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
            map.Add(Of(key, name)!, Of(value, name));
            return map;
        }

        var items = Array.CreateInstance(item, 1);
        items.SetValue(Of(item, name), 0);
        return type.IsAssignableFrom(items.GetType()) ? items : Activator.CreateInstance(type, items);
    }

    private static object Made(Type type, string name)
    {
        var constructor = type.GetConstructors().Where(c => !c.GetParameters().Any(p => p.ParameterType == type)).MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} of {name} can't be made for a golden file: write the file by hand.");
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
    }

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
