package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at sign-ins, in the order of the report. */
public final class SignInIndicators {

    private SignInIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new SignInProviderRisk(), new SignInBruteforceSuccess(), new SignInSmtpMultiIp(),
                new SignInSessionSplit(), new SignInAitmOfficehome(), new SignInOauthTwoIp(), new SignInLegacyForeign(),
                new SignInImpossibleTravel(), new SignInConcurrentCountries(), new SignInRobotInteractive(),
                new SignInMfaFatigue(), new SignInCaBypass(), new SignInDeviceCode(), new SignInDeveloperTool(),
                new SignInRopc(), new SignInAutomationUa(), new SignInPasswordKnown(), new SignInLegacyNew(), new SignInManageSieveNew(),
                new SignInLoginTypeShift(), new SignInHostingAsn(), new SignInNewCountry(), new SignInDormant(),
                new SignInBruteforce(), new SignInGoogleBlocked(), new SignInTokenNewIp(), new SignInClientShift(),
                new SignInNewAsn(), new SignInOffhours(policy));
    }

    /** Signs that the account was entered by a stranger: what makes a change soon afterwards grave. */
    public static List<Indicator> ofEntry() {
        return List.of(new SignInProviderRisk(), new SignInBruteforceSuccess(), new SignInSmtpMultiIp(),
                new SignInSessionSplit(), new SignInAitmOfficehome(), new SignInOauthTwoIp(), new SignInLegacyForeign(),
                new SignInImpossibleTravel(), new SignInConcurrentCountries(), new SignInMfaFatigue(),
                new SignInCaBypass(), new SignInDeviceCode(), new SignInRopc(), new SignInAutomationUa(),
                new SignInHostingAsn(), new SignInNewCountry());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of(new SignInSpraySuccess(), new SignInSharedAttackerIp(), new SignInSpray(), new SignInRoleProbe(),
                new SignInLockoutBurst());
    }
}
