package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at delegates, applications, second factors and devices, in the order of the report. */
public final class AccessIndicators {

    private AccessIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new AccessOauthKnownAbused(policy), new AccessOauthOddName(policy),
                new AccessConsentAdminwide(policy), new AccessOauthMailScope(policy), new AccessMfaAdded(),
                new AccessMfaRemoved(), new AccessAppPassword(), new AccessDeviceRegistered(),
                new AccessDelegateAdded(policy), new AccessFolderEveryone(), new AccessRecoveryChanged(),
                new AccessPasswordChanged(), new AccessAdminRoleAdded(), new AccessAppCredentialAdded(),
                new AccessAppChanged(), new AccessGuestInvited(), new AccessDeviceEvent(), new AccessNonownerRead(),
                new AccessSuspiciousMail(), new AccessRiskySensitiveAction());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of(new AccessOauthRare(policy), new AccessLookalikeAccount(), new AccessMultiMailboxApi(policy));
    }
}
