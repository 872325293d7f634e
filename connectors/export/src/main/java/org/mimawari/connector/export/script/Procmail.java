package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mimawari.connector.export.Preview;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.RuleTrait;

/** A {@code .procmailrc}: recipes that are tried one after the other (procmailrc(5)). */
final class Procmail implements FilterLanguage {

    private static final Pattern RECIPE = Pattern.compile("(?m)^\\s{0,40}:0[ \\t]{0,8}[A-Za-z \\t]{0,30}(:.{0,200})?$");
    private static final Pattern VARIABLE =
            Pattern.compile("(?m)^\\s{0,8}(MAILDIR|DEFAULT|ORGMAIL|LOGFILE|INCLUDERC|VERBOSE|LOGABSTRACT|SENDMAIL)\\s{0,8}=");
    private static final int LOOK = 16 * 1024;

    @Override
    public String format() {
        return "procmail recipes";
    }

    @Override
    public int sureness(Preview preview) {
        String head = preview.text().substring(0, Math.min(LOOK, preview.text().length())).replace("\r", "");
        boolean named = preview.name().toLowerCase(Locale.ROOT).contains("procmailrc");
        boolean recipe = RECIPE.matcher(head).find();
        boolean variable = VARIABLE.matcher(head).find();
        if (recipe) {
            return named || variable || actsBehindRecipe(head) ? 90 : 40;
        }
        return named && variable ? 80 : 0;
    }

    /** A recipe head is followed by a condition or an action. */
    private static boolean actsBehindRecipe(String head) {
        List<String> lines = head.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String next = lines.get(i + 1);
            boolean acts = !next.isEmpty() && "*!|{/$".indexOf(next.charAt(0)) >= 0;
            if (lines.get(i).startsWith(":0") && acts) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Evidence> read(String text, FilterOrigin origin) {
        ProcmailParser parser = new ProcmailParser(text);
        ProcmailRules rules = new ProcmailRules(origin);
        rules.run(parser.recipes());
        List<Evidence> evidence = new ArrayList<>(rules.evidence());
        Optional<Integer> broken = parser.firstBroken();
        broken.ifPresent(line -> evidence.add(origin.unseen(line, origin.name() + ":" + line, EnumSet.of(RuleTrait.IN_ERROR))));
        return evidence;
    }
}
