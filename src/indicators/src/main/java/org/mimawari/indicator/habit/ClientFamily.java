package org.mimawari.indicator.habit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The family of a client, without its version: {@code Mozilla/5.0 (Windows …) Chrome/126} is {@code chrome windows}. */
public final class ClientFamily {

    private static final List<String> PRODUCTS = List.of("edg", "opr", "chrome", "firefox", "outlook", "thunderbird",
            "safari", "applemail", "airmail", "spark", "becky", "shuriken", "postfix");
    private static final List<String> SYSTEMS = List.of("iphone", "ipad", "android", "windows", "mac os", "macintosh",
            "linux");
    private static final Pattern VERSION = Pattern.compile("[/ ]?v?[0-9][0-9a-z._-]*");
    private static final int LONGEST = 300;

    private ClientFamily() {}

    public static String of(String client) {
        String lower = client.substring(0, Math.min(client.length(), LONGEST)).toLowerCase(Locale.ROOT);
        String product = PRODUCTS.stream().filter(lower::contains).findFirst().orElse("");
        String system = SYSTEMS.stream().filter(lower::contains).findFirst().orElse("");
        return product.isEmpty() ? VERSION.matcher(lower).replaceAll("").strip() : (product + " " + system).strip();
    }
}
