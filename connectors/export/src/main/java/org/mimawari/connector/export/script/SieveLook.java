package org.mimawari.connector.export.script;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mimawari.connector.export.Preview;

/** Tells a Sieve script from other text. */
final class SieveLook {

    private static final Pattern REQUIRE = Pattern.compile("(?m)^\\s{0,8}require\\s{1,8}[\\[\"]");
    private static final Pattern TEST = Pattern.compile("(?m)^\\s{0,40}(els)?if\\s{1,8}(not\\s{1,8})?"
            + "(allof|anyof|header|address|envelope|exists|size|true|false|body|string)\\b");
    private static final Pattern ACTION = Pattern.compile("(?m)(^|[{;}])\\s{0,40}((redirect|fileinto|vacation|reject|ereject)"
            + "\\s{1,8}[:\"\\[]|(discard|keep|stop)\\s{0,8};)");
    private static final int LOOK = 16 * 1024;

    private SieveLook() {}

    static int sureness(Preview preview) {
        if (preview.looksLikeJson() || preview.isBinary()) {
            return named(preview) ? 60 : 0;
        }
        String head = preview.text().substring(0, Math.min(LOOK, preview.text().length()));
        boolean action = ACTION.matcher(head).find();
        if (REQUIRE.matcher(head).find() && (action || TEST.matcher(head).find() || named(preview))) {
            return 95;
        }
        if (action && (TEST.matcher(head).find() || startsWithCommand(head))) {
            return 85;
        }
        return named(preview) ? 70 : 0;
    }

    private static boolean startsWithCommand(String head) {
        String first = head.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst().orElse("");
        return ACTION.matcher(first).find();
    }

    private static boolean named(Preview preview) {
        String name = preview.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".sieve") || name.endsWith(".siv");
    }
}
