using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yhteys.Ui;
using Yhteys.Web.Frame;
using Yhteys.Web.KeepTyped;
using Yhteys.Web.Live;
using Yhteys.Web.SignIn;

namespace Yhteys.Web.Host;

/// <summary>Puts the web server together: services, then the pipeline in the order in which a request passes it.</summary>
public static class YhteysHost
{
    /// <param name="adjust">Changes of a test: another server, a frozen clock.</param>
    public static WebApplication Build(Settings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(YhteysHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseStaticWebAssets();
        ServeFilesAsPublished(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.DrainedBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Whoever starts the program is told in a sentence why it could not.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddServices(builder.Services, settings);
        adjust?.Invoke(builder);
        var app = builder.Build();
        // The journal and the content are read on one core while the pages are mapped and their endpoints made on another.
        var ground = Task.Run(() => app.Services.GetRequiredService<LiveFeed>());
        UsePipeline(app, settings);
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        ground.GetAwaiter().GetResult();
        return app;
    }

    // The product runs from its build, and the framework takes that for development: files would be asked for again on every page,
    // compressed while the visitor waits, and looked for on disk under any address.
    private static void ServeFilesAsPublished(ConfigurationManager configuration) => configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["EnableStaticAssetsDevelopmentCaching"] = "true",
        ["DisableStaticAssetNotFoundRuntimeFallback"] = "true",
    });

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddGround(settings);
        services.AddUi();
        services.AddSingleton<Personas>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeptForms>();
        services.AddSingleton<FormOwner>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Troubles>();
        services.AddSingleton<LiveTopics>();
        services.AddHostedService<TroubleLog>();
        services.AddHostedService<Desk.Alarms.AlarmWatch>();
        services.AddSingleton<JournalReadiness>();
        services.AddScoped<FrameFiller>();

        services.AddDataProtection().SetApplicationName("Yhteys")
            .PersistKeysToFileSystem(PrivateFolder.Create(Path.Combine(settings.DataFolder, SessionKeys.Folder)))
            // One pass that both seals and proves; the standard choice takes two, and every request opens a session and a token. Older keys say what they are for.
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.Configure<KeyManagementOptions>(options => SessionKeys.Configure(options, settings));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => SessionCookie.Configure(options, settings));
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "yhteys-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(options => RateLimits.Configure(options, settings));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        // The least of Brotli, not none: a page is a twentieth longer than by the next level, and is compressed in four fifths of its time.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.NoCompression);
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.Configure<FormOptions>(BodyLimit.Configure);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        Proxies.Configure(services, settings);
    }

    private static void UsePipeline(WebApplication app, Settings settings)
    {
        app.UseHeadRequests();
        app.UseForwardedHeaders();
        app.UseSecureHeaders();
        app.UseHsts();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseStatusPages();
        app.UseRouting();
        app.UseSessions();
        app.UseBodyLimit();
        app.UseRateLimiter();
        app.UseFrame();
        app.UseAuthorization();
        app.UseFormGuard();

        app.MapStaticAssets().AllowAnonymous();
        var pages = app.MapGroup("");
        pages.MapModules();
        pages.CloseByDefault();
        app.UseEndpoints(_ => { });
    }
}
