using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Digest;
using Yhteys.Access.Escalation.Inbox;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Content;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Escalation;

internal static class EscalationServices
{
    public static IServiceCollection AddEscalation(this IServiceCollection services) =>
        services
            .AddSingleton<IContentCheck, EscalationsCheck>()
            .AddSingleton<EscalationsInForce>()
            .AddSingleton<View>(s => new WatchView(s.GetRequiredService<RulesInForce>().Current, s.GetRequiredService<EscalationsInForce>().Plan))
            .AddSingleton<View, TaskView>()
            .AddSingleton<EscalationRound>()
            .AddSingleton<DigestRound>()
            .AddSingleton(s => new EscalationRounds(s.GetRequiredService<EscalationRound>(), s.GetRequiredService<DigestRound>()))
            .AddSingleton<TaskInbox>()
            .AddScoped<TaskWords>()
            .AddScoped(s => new TaskTitles(s.GetRequiredService<TaskWords>(), s.GetRequiredService<IStringLocalizer<EscalationTexts>>()))
            .AddHostedService<EscalationTimer>();
}
