using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Yhteys.Organisation;

namespace Yhteys.Web.Host;

/// <summary>Forms that anyone can send (sign-in, resend) are limited per address, those of residents (contact, worry, message) per person; professionals are not.</summary>
internal static class RateLimits
{
    public static void Configure(RateLimiterOptions options, Settings settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            settings.FormsPerMinute == 0 || Sender(context) is not { } sender
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter(
                    sender,
                    _ => new SlidingWindowRateLimiterOptions
                    {
                        PermitLimit = settings.FormsPerMinute,
                        Window = TimeSpan.FromMinutes(1),
                        SegmentsPerWindow = 6,
                    }));
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Max(1, (int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>Whose forms are counted; null when they are not. Anybody may sign out at any time.</summary>
    private static string? Sender(HttpContext context) =>
        !HttpMethods.IsPost(context.Request.Method) ? null
        : CurrentUser.Of(context.User) is not { } user ? context.Connection.RemoteIpAddress?.ToString() ?? "unknown"
        : user.IsResident && context.GetEndpoint()?.Metadata.GetMetadata<NeedsRight>() is not null ? user.Id.ToString()
        : null;
}
