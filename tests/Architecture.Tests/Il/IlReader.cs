using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Yhteys.Architecture.Tests.Il;

/// <summary>What the code of a method mentions: the members it calls and the types it asks for.</summary>
internal static class IlReader
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>Members of call, newobj, ldftn and the like; types of isinst.</summary>
    public static IReadOnlyList<(OpCode Code, MemberInfo Member)> Mentions(MethodBase method)
    {
        var found = new List<(OpCode, MemberInfo)>();
        foreach (var (code, il, at) in Steps(method))
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineField
                && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
                found.Add((code, member));
        return found;
    }

    /// <summary>The formats of the <see cref="FormattableString"/>s that a method makes.</summary>
    public static IEnumerable<string> Formats(MethodBase method)
    {
        // A format is followed by the array of what is put in, and that may hold other calls with arrays of their own.
        var open = new Stack<string>();
        string? text = null;
        foreach (var (code, il, at) in Steps(method))
        {
            var member = code.OperandType is OperandType.InlineMethod ? Resolve(method, BitConverter.ToInt32(il, at)) as MethodBase : null;
            if (text is not null && (code == OpCodes.Newarr || member is { Name: nameof(Array.Empty) }))
                open.Push(text);
            else if (open.Count > 0 && member?.GetParameters() is [.., { ParameterType: var format }, { ParameterType: var puts }] && format == typeof(string) && puts == typeof(object[])
                && open.Pop() is var whole && member.DeclaringType == typeof(FormattableStringFactory))
                yield return whole;
            text = code == OpCodes.Ldstr ? method.Module.ResolveString(BitConverter.ToInt32(il, at)) : IsLength(code) ? text : null;
        }
    }

    /// <summary>Methods that a method calls and whose task it then throws away: nobody waits for it, and nobody learns that it failed.</summary>
    public static IEnumerable<MethodBase> Dropped(MethodBase method)
    {
        MethodBase? called = null;
        foreach (var (code, il, at) in Steps(method))
        {
            if (code == OpCodes.Pop && called is not null)
                yield return called;
            called = code.OperandType is OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(il, at)) is MethodInfo { ReturnType: var type } of
                && (type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask) || type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
                ? of : null;
        }
    }

    // Between the format and the array stands its length.
    private static bool IsLength(OpCode code) => code.Name!.StartsWith("ldc.i4", StringComparison.Ordinal);

    private static IEnumerable<(OpCode Code, byte[] Il, int At)> Steps(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | il[at + 1]))] : Codes[il[at]];
            at += code.Size;
            yield return (code, il, at);
            at += Size(code, il, at);
        }
    }

    private static int Size(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(
                token, method.DeclaringType?.GetGenericArguments() ?? [], method.IsGenericMethod ? method.GetGenericArguments() : []);
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException or FileNotFoundException)
        {
            return null;
        }
    }
}
