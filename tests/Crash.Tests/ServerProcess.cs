using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Npgsql;
using Yhteys.Testing;

namespace Yhteys.Crash.Tests;

/// <summary>The real program in a process of its own, on data that outlives it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _notes = new();

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.ErrorDataReceived += (_, e) => { lock (_notes) _notes.AppendLine(e.Data); };
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What the live write connection answered when it was asked how it makes a commit durable.</summary>
    public string Durability { get; private set; } = "";

    /// <summary>Starts the server and waits until it answers.</summary>
    public static ServerProcess Start(CrashData data)
    {
        var port = FreePort();
        var server = new ServerProcess(Run(data, "serve", "--demo", "--data", data.Folder, "--port", $"{port}", "--json"), new Uri($"http://localhost:{port}"));
        var ready = Task.Run(() => Json(server._process.StandardOutput));
        if (!ready.Wait(Patience) || ready.Result is not { } told)
            throw new InvalidOperationException($"The server did not start: {server._notes}");
        server.Durability = told.GetProperty("durability").GetString()!;
        return server;
    }

    /// <summary>Runs a verb to its end and answers what it told.</summary>
    public static JsonElement Tell(CrashData data, params string[] arguments)
    {
        using var process = Run(data, [.. arguments, "--data", data.Folder, "--json"]);
        var notes = process.StandardError.ReadToEndAsync();
        var told = Json(process.StandardOutput);
        process.WaitForExit(Patience).ShouldBeTrue($"{arguments[0]} did not end.");
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

    private static Process Run(CrashData data, params IReadOnlyList<string> arguments)
    {
        // The same configuration as that of the tests, from beside its sources.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf($"src/Web/bin/{configuration}/net10.0/yhteys.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = data.Folder,
        };
        foreach (var (name, value) in data.Environment)
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

/// <summary>The data folder, and on PostgreSQL the database, of one test.</summary>
internal sealed class CrashData : IDisposable
{
    private readonly string _database = "crash" + Guid.NewGuid().ToString("N");

    public CrashData(string engine)
    {
        Engine = engine;
        Environment["Yhteys__FormsPerMinute"] = "0";
        Environment["Yhteys__Database"] = engine;
        Environment["Yhteys__ContentFolder"] = Repository.PathOf("content");
        if (engine != Engines.Postgres)
            return;
        Postgres.Execute(Engines.PostgresConnection!, $"create database {_database}");
        Connection = new NpgsqlConnectionStringBuilder(Engines.PostgresConnection!) { Database = _database, Pooling = false }.ToString();
        Environment["Yhteys__Connection"] = Connection;
    }

    public string Engine { get; }
    public string Folder { get; } = Directory.CreateTempSubdirectory("yhteys-crash-").FullName;
    public string? Connection { get; }
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public void Dispose()
    {
        if (Connection is not null)
            Postgres.Execute(Engines.PostgresConnection!, $"drop database if exists {_database} with (force)");
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class Postgres
{
    public static void Execute(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open);
        command.ExecuteNonQuery();
    }
}
