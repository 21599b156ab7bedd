namespace Yhteys.Booking;

/// <summary>The unit of a time needs the client's data while the time stands, and of a visit that was missed or took place.</summary>
internal static class AppointmentGround
{
    public static string Of(Guid appointment) => $"appointment {appointment:N}";
}
