using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Yhteys.Bench.Http;

/// <summary>The real program in a process of its own.</summary>
internal sealed class YhteysProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _notes = new();

    private YhteysProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.ErrorDataReceived += (_, e) => { lock (_notes) _notes.AppendLine(e.Data); };
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What the live write connection answered when it was asked how it makes a commit durable.</summary>
    public string Durability { get; private set; } = "";

    /// <summary>What the program said on its error stream.</summary>
    public string Notes { get { lock (_notes) return _notes.ToString(); } }

    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Busy
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the server without waiting for it.</summary>
    public static YhteysProcess Launch(string program, string data, IReadOnlyDictionary<string, string> environment)
    {
        var port = FreePort();
        return new(Run(program, environment, "serve", "--demo", "--data", data, "--port", $"{port}", "--json"), new Uri($"http://localhost:{port}"));
    }

    /// <summary>Starts the server and waits until it says that it is ready.</summary>
    public static YhteysProcess Serve(string program, string data, IReadOnlyDictionary<string, string> environment)
    {
        var server = Launch(program, data, environment);
        var ready = Task.Run(() => Json(server._process.StandardOutput));
        if (!ready.Wait(Patience) || ready.Result is not { } told)
        {
            server.Dispose();
            throw new InvalidOperationException($"The server did not start: {server.Notes}");
        }

        server.Durability = told.GetProperty("durability").GetString()!;
        return server;
    }

    /// <summary>Runs a verb to its end and answers what it told.</summary>
    public static JsonElement Tell(string program, string data, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Run(program, environment, [.. arguments, "--data", data, "--json"]);
        var notes = process.StandardError.ReadToEndAsync();
        var told = Json(process.StandardOutput);
        process.WaitForExit(Patience);
        return told ?? throw new InvalidOperationException($"{arguments[0]} said nothing: {notes.Result}");
    }

    /// <summary>SIGKILL: the process gets no chance to do anything more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private static Process Run(string program, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The answer of a verb, written over several lines; null when the process ends without one.</summary>
    private static JsonElement? Json(StreamReader output)
    {
        var text = new StringBuilder();
        while (output.ReadLine() is { } line)
        {
            text.AppendLine(line);
            if (line is "}")
                return JsonDocument.Parse(text.ToString()).RootElement.Clone();
        }

        return null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
