package org.mimawari.indicator.domain;

import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Set;

/**
 * The part of a domain that somebody registered, by the public suffix list: {@code mail.example.co.jp} belongs to
 * {@code example.co.jp}. Under shared tenant suffixes such as {@code onmicrosoft.com} every tenant counts by itself.
 */
public final class RegistrableDomain {

    private static final Set<String> SHARED = Set.of("onmicrosoft.com", "mail.onmicrosoft.com", "onmicrosoft.us",
            "sharepoint.com", "gsuite.com");

    private RegistrableDomain() {}

    /** The registrable domain, or the whole text in lower case where the list knows no suffix of it. */
    public static String of(String domain) {
        String lower = domain.strip().toLowerCase(Locale.ROOT);
        try {
            InternetDomainName name = InternetDomainName.from(lower);
            String registrable = name.isUnderRegistrySuffix() ? name.topDomainUnderRegistrySuffix().toString() : lower;
            return SHARED.contains(registrable) ? lower : registrable;
        } catch (IllegalArgumentException notADomain) {
            return lower;
        }
    }
}
