package org.mimawari.connector.export.script;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;

/**
 * What a program does that gets a message. Only a plain call of a known program in a system folder is taken for what its
 * name says; everything else may be anything.
 */
final class PipedProgram {

    private static final int LONGEST = 500;
    private static final Set<String> DELIVERY =
            Set.of("procmail", "maildrop", "deliver", "dovecot-lda", "dovecot-lmtp", "lmtpd", "mail.local");
    private static final Set<String> MAILERS = Set.of("sendmail", "mail", "mailx", "mutt", "msmtp", "sendmail.sendmail",
            "sendmail.postfix", "forward", "resend", "remail");
    private static final Set<String> REWRITING = Set.of("formail", "echo", "cat", "reformail");
    private static final Set<String> MARKING = Set.of("spamc", "spamassassin", "bogofilter", "dspam", "crm114", "clamdscan");
    private static final List<String> FOLDERS = List.of("/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/", "/usr/local/bin/",
            "/usr/local/sbin/", "/usr/lib/", "/usr/libexec/", "/usr/lib/dovecot/", "/usr/libexec/dovecot/", "/opt/local/bin/");
    private static final String SHELL = ";|&<>`$(){}\n\r";

    private final String command;
    private final List<String> words;

    PipedProgram(String command) {
        this.command = command.strip();
        this.words = Arrays.stream(withoutCeremony(this.command).split("[\\s,]+")).filter(word -> !word.isEmpty())
                .map(PipedProgram::unquoted).limit(50).toList();
    }

    RuleAction action() {
        List<String> parts = Arrays.stream(withoutCeremony(command).split("\\|", 10)).map(PipedProgram::known).toList();
        String name = parts.size() == 1 && isPlain() ? parts.get(0) : "";
        if (DELIVERY.contains(name)) {
            return RuleAction.of(Type.KEEP);
        }
        if (name.equals("vacation")) {
            return RuleAction.of(Type.REPLY);
        }
        if (MARKING.contains(name)) {
            return RuleAction.of(Type.OTHER, name);
        }
        List<String> recipients = recipients();
        boolean mails = MAILERS.contains(parts.get(parts.size() - 1))
                && parts.stream().allMatch(part -> MAILERS.contains(part) || REWRITING.contains(part)) && runsNothingElse();
        if (mails && !recipients.isEmpty()) {
            return new RuleAction(Type.REDIRECT, recipients);
        }
        boolean replies = mails && parts.get(0).equals("formail") && command.contains(" -r");
        return replies ? RuleAction.of(Type.REPLY)
                : RuleAction.of(Type.EXECUTE, command.length() <= LONGEST ? command : command.substring(0, LONGEST));
    }

    private boolean isPlain() {
        return withoutCeremony(command).chars().noneMatch(c -> SHELL.indexOf(c) >= 0);
    }

    /** A pipeline, perhaps in parentheses with texts echoed into it, but no other command beside it. */
    private boolean runsNothingElse() {
        boolean odd = command.chars().anyMatch(c -> c == '`' || c == '>' || c == '&' || c == '\n');
        return !odd && Arrays.stream(command.split(";")).skip(1).map(PipedProgram::known)
                .allMatch(name -> REWRITING.contains(name) || MAILERS.contains(name));
    }

    /** The name of the program called, where it lies in a system folder or is searched there; else an empty text. */
    private static String known(String call) {
        String first = unquoted(call.replace('(', ' ').replace(')', ' ').strip().split("[\\s;]", 2)[0]);
        String base = first.substring(first.lastIndexOf('/') + 1);
        boolean system = first.indexOf('/') < 0 || FOLDERS.contains(first.substring(0, first.length() - base.length()));
        String name = base.equals("$SENDMAIL") ? "sendmail" : base.equals("$FORMAIL") ? "formail" : base;
        return system ? name : "";
    }

    private List<String> recipients() {
        return words.stream().filter(word -> word.indexOf('@') > 0 && !word.startsWith("-") && word.indexOf('/') < 0
                && word.length() <= 320).distinct().toList();
    }

    /** The wrapping that manuals ask for: {@code IFS=' ' && exec /usr/bin/procmail -f- || exit 75 #user}. */
    private static String withoutCeremony(String command) {
        String bare = command.strip();
        if (bare.startsWith("IFS=")) {
            int both = bare.indexOf("&&");
            boolean short4 = both > 0 && both <= 12;
            bare = short4 ? bare.substring(both + 2).strip() : bare;
        }
        bare = bare.startsWith("exec ") ? bare.substring(5).strip() : bare;
        int exit = bare.indexOf("|| exit 75");
        exit = exit < 0 ? bare.indexOf("||exit 75") : exit;
        if (exit > 0 && bare.substring(exit).matches("\\|\\|\\s?exit 75\\s?(#\\w*)?")) {
            bare = bare.substring(0, exit).strip();
        }
        return bare;
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() >= 2 && (word.charAt(0) == '"' || word.charAt(0) == '\'')
                && word.charAt(word.length() - 1) == word.charAt(0);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
