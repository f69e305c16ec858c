using Lianxin.Vault;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lianxin.Web.Hosting;

/// <summary>
/// The framework's data protection under the district's key file instead of a key ring of the machine's own: a form that one server showed is
/// taken by every other (docs/decisions/0021). It guards forms only; a session is a row.
/// </summary>
public sealed class SharedProtection(PassingSeals seals, string bound = "") : IDataProtector
{
    /// <inheritdoc/>
    public IDataProtector CreateProtector(string purpose) => new SharedProtection(seals, $"{bound}{purpose.Length}:{purpose}");

    /// <inheritdoc/>
    public byte[] Protect(byte[] plaintext) => seals.Seal(bound, plaintext);

    /// <inheritdoc/>
    public byte[] Unprotect(byte[] protectedData) => seals.Open(bound, protectedData);
}

internal static class SharedProtectionModule
{
    /// <summary>Takes the place of the framework's key ring, and of the service that would make one in the home folder at every start.</summary>
    internal static IServiceCollection AddSharedProtection(this IServiceCollection services)
    {
        foreach (var ring in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true).ToList())
        {
            services.Remove(ring);
        }

        return services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(s => new SharedProtection(s.GetRequiredService<PassingSeals>())));
    }
}
