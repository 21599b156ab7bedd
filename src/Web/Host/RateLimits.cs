using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Yhteys.Web.Host;

/// <summary>Forms that anyone can send (contact, sign-in, resend) are limited per address; signed-in people are not.</summary>
internal static class RateLimits
{
    public static void Configure(RateLimiterOptions options, Settings settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            settings.FormsPerMinute == 0 || !IsPublicForm(context)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
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

    private static bool IsPublicForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity?.IsAuthenticated != true;
}
