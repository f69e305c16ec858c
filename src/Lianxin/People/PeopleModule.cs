using Lianxin.Database;
using Lianxin.Foundation;
using Lianxin.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.People;

/// <summary>What the host registers of this module; it gives <see cref="PasswordHashing"/> and <see cref="SignInSettings"/> itself.</summary>
public static class PeopleModule
{
    /// <summary>Adds tables, book, desks and listeners.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<ITables, PeopleTables>()
        .AddSingleton<IListen, WhenUnitClosed>()
        .AddSingleton<IListen, WhenKeysUnitCloses>()
        .AddSingleton<ApiKeyBook>()
        .AddSingleton<ApiKeyDesk>()
        .AddSingleton<OfficerBook>()
        .AddSingleton<PeopleDesk>()
        .AddSingleton<Secrets>()
        .AddSingleton<StaffSessions>()
        .AddSingleton<StaffSignIn>()
        .AddSingleton<OfficerAccount>()
        .AddSingleton<Passkeys>();
}
