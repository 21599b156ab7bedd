using System.Reflection;
using System.Reflection.Emit;

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
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            return found;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | il[at + 1]))] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineField
                && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
                found.Add((code, member));
            at += Size(code, il, at);
        }

        return found;
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
