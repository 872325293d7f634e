package org.mimawari.message.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.message.AutomaticMail;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;

/**
 * Judges whether a message that holds no delivery-status part is a notice about delivery all the same, by adding up what
 * speaks for and against it: who sent it, its subject, its words, what it quotes.
 */
final class BounceJudgement {

    private static final int ENOUGH = 5;
    private static final int LOOK = 6_000;
    private static final Set<String> DAEMONS = Set.of("mailerdaemon", "postmaster", "poostmaster", "maildaemon", "daemon",
            "maildeliverysystem", "maildeliverysubsystem", "mailerror", "mailadmin", "bounce", "bounces", "mailer",
            "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e");
    private static final List<String> DAEMON_NAMES = List.of("mail delivery", "mail deliver", "mailer-daemon",
            "mailer daemon", "postmaster", "delivery subsystem", "delivery system", "system administrator",
            "systemadministrator", "mail administrator", "microsoft outlook", "microsoft exchange", "ndr administrator",
            "content-filter", "administrateur système", "administrador del sistema", "amministratore di sistema",
            "システム管理者", "メール配信", "メール管理者", "系统管理员", "系統管理員", "시스템 관리자", "messaging server");
    private static final List<String> MACHINES = List.of("noreply", "donotreply", "admin", "system", "sysadmin", "root",
            "daemon", "notification", "info-mail", "mailadmin", "delivery", "error", "return", "bounce");
    private static final List<String> FORWARDS = List.of("re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "転送:", "返信:",
            "回复:", "转发:", "答复:", "回覆:", "轉寄:");

    private final MailMessage message;
    private final MailHeaders headers;
    private final QuotedText text;
    private final boolean quotesPart;

    BounceJudgement(MailMessage message, QuotedText text, boolean quotesPart) {
        this.message = message;
        this.headers = message.headers();
        this.text = text;
        this.quotesPart = quotesPart;
    }

    boolean isBounce() {
        String notice = notice();
        boolean worded = Phrases.has("body", notice) || Phrases.has("delayed", notice);
        boolean titled = Phrases.has("subject", Phrases.folded(message.subject().orElse("")));
        if (!worded && !titled && !isReport()) {
            return false;
        }
        int score = sender() + (titled ? 3 : 0) + (worded ? 2 : 0) + (isReport() ? 3 : 0)
                + (headers.has("x-failed-recipients") ? 4 : 0) + (says() ? 2 : 0)
                + (quotesPart || text.quotes() ? 1 : 0) - against(titled);
        return score >= ENOUGH;
    }

    private String notice() {
        String joined = String.join("\n", text.notice());
        return Phrases.folded(joined.length() <= LOOK ? joined : joined.substring(0, LOOK));
    }

    private boolean says() {
        return new NoticeReader(text.notice(), Set.of()).tells();
    }

    private boolean isReport() {
        String type = headers.lower("content-type");
        return type.startsWith("multipart/report") && !type.contains("disposition-notification")
                && !type.contains("feedback-report");
    }

    private int sender() {
        String from = headers.text("from").orElse("").toLowerCase(Locale.ROOT);
        String path = headers.lower("return-path");
        boolean nobody = path.equals("<>") || path.startsWith("<mailer-daemon") || path.equals("mailer-daemon")
                || path.isEmpty() && headers.has("return-path");
        String local = local(from);
        boolean daemon = DAEMONS.contains(local) || DAEMON_NAMES.stream().anyMatch(from::contains) || from.endsWith("<>");
        boolean machine = MACHINES.stream().anyMatch(local::contains);
        return (daemon ? 3 : machine ? 1 : 0) + (nobody ? 2 : 0);
    }

    /** The local part without dots, dashes and underscores. */
    private static String local(String from) {
        String address = from.indexOf('<') >= 0 ? from.substring(from.lastIndexOf('<') + 1) : from;
        int at = address.indexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        return local.replaceAll("[^a-z0-9]", "");
    }

    private int against(boolean titled) {
        String subject = message.subject().orElse("").toLowerCase(Locale.ROOT).strip();
        boolean forwarded = FORWARDS.stream().anyMatch(subject::startsWith);
        boolean listed = headers.has("list-unsubscribe") || headers.has("list-id") || headers.has("list-post")
                || headers.lower("content-type").startsWith("multipart/digest");
        boolean answers = AutomaticMail.isAutoReply(message) && !isReport() && !titled;
        boolean client = headers.has("user-agent") && headers.has("in-reply-to");
        boolean campaign = listed && !headers.lower("return-path").equals("<>");
        return (forwarded ? 3 : 0) + (campaign ? 5 : 0) + (answers ? 4 : 0) + (client ? 3 : 0);
    }
}
