using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Board.Trend;
using Yhteys.Access.Board.Waits;
using Yhteys.Content;

namespace Yhteys.Access.Board;

internal static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddSingleton<IContentCheck, BoardPlanCheck>()
        .AddSingleton<BoardPlanInForce>()
        .AddSingleton<BoardCount>()
        .AddSingleton<GroupCount>()
        .AddSingleton<PlaceCount>()
        .AddSingleton<WaitCount>()
        .AddSingleton<ForecastCount>()
        .AddSingleton<AccessBoard>()
        .AddSingleton<PastChanges>()
        .AddSingleton<PastAnswers>()
        .AddSingleton<TrendCount>()
        .AddSingleton<BoardMatters>()
        .AddSingleton<BoardAsking>()
        .AddSingleton<BoardReader>()
        .AddScoped<BoardNames>()
        .AddScoped<BoardFile>();
}
