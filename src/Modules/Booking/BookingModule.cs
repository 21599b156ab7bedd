using Microsoft.Extensions.DependencyInjection;
using Yhteys.Assessment;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;

namespace Yhteys.Booking;

/// <summary>What the host needs to know of the module.</summary>
public static class BookingModule
{
    public static IServiceCollection AddBooking(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(BookingModule).Assembly))
        .AddSingleton<View, BookingView>()
        .AddSingleton<IContentCheck, BookingSettingsCheck>()
        .AddSingleton(new ResidentMatterPart(typeof(MatterTimes)))
        .AddSingleton<ResidentAppointments>()
        .AddSingleton<IBookedTimes, BookedTimes>()
        .AddSingleton<IStepTimes, StepTimes>()
        .AddSingleton<IVisitTimes, VisitTimes>()
        .AddSingleton<IResidentTimes>(s => s.GetRequiredService<ResidentAppointments>())
        .AddScoped<FreeTimes>()
        .AddSingleton<OfferExpiry>()
        .AddHostedService<OfferTimer>();
}
