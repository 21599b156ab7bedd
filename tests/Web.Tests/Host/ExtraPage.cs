using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Yhteys.Web.Tests.Host;

/// <summary>An address of a test beside those of the program, behind its whole pipeline.</summary>
internal sealed class ExtraPage(string path, RequestDelegate answer) : IStartupFilter
{
    public static Action<WebApplicationBuilder> At(string path, RequestDelegate answer) =>
        builder => builder.Services.AddSingleton<IStartupFilter>(new ExtraPage(path, answer));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Run(context => context.Request.Path == path ? answer(context) : Task.CompletedTask);
    };
}
