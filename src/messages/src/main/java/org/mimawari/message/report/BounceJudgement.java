package org.mimawari.message.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.mimawari.message.AutomaticMail;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;

/**
 * Judges whether a message that holds no delivery-status part is a notice about delivery all the same, by adding up what
 * speaks for and against it: who sent it, its subject, its words, what it quotes.
 */
final class BounceJudgement {

    private static final int ENOUGH = 7;
    private static final int DAEMON = 3;
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
    private final Supplier<NoticeReader> notices;
    private final boolean quotes;

    BounceJudgement(MailMessage message, QuotedText text, Supplier<NoticeReader> notices, boolean quotesPart) {
        this.message = message;
        this.headers = message.headers();
        this.text = text;
        this.notices = notices;
        this.quotes = quotesPart || text.quotes();
    }

    boolean isBounce() {
        String notice = notice();
        boolean worded = Phrases.has("body", notice) || Phrases.has("delayed", notice);
        boolean titled = Phrases.has("subject", Phrases.folded(message.subject().orElse("")));
        boolean daemon = sender(headers) >= DAEMON;
        int signs = signs(headers);
        if (signs == 0 || !worded && !titled && !isReport(headers)) {
            return false;
        }
        NoticeReader reader = notices.get();
        if (!isConcrete(reader, titled, daemon)) {
            return false;
        }
        int score = signs + (titled ? 3 : 0) + (worded ? 2 : 0) + (reader.tells() ? 2 : 0) + (quotes ? 1 : 0)
                - against(titled, daemon);
        return score >= ENOUGH;
    }

    /** What speaks for a notice before any text is looked at; 0 for most mail, which then needs no more look. */
    static int signs(MailHeaders headers) {
        return sender(headers) + (isReport(headers) ? 3 : 0) + (headers.has("x-failed-recipients") ? 4 : 0);
    }

    /**
     * A warning about the mailbox itself names no failed recipient and quotes nothing; a parcel that could not be
     * delivered answers no message.
     */
    private boolean isConcrete(NoticeReader reader, boolean titled, boolean daemon) {
        if (quotes || headers.has("x-failed-recipients")) {
            return true;
        }
        if (daemon) {
            return titled || isReport(headers) || reader.states() || reader.namesRecipients();
        }
        boolean answers = headers.has("references") || headers.has("in-reply-to") || isFromNobody(headers);
        return reader.namesRecipients() && (reader.states() || answers);
    }

    private String notice() {
        String joined = String.join("\n", text.notice());
        return Phrases.folded(joined.length() <= LOOK ? joined : joined.substring(0, LOOK));
    }

    private static boolean isReport(MailHeaders headers) {
        String type = headers.lower("content-type");
        return type.startsWith("multipart/report") && !type.contains("disposition-notification")
                && !type.contains("feedback-report");
    }

    private static int sender(MailHeaders headers) {
        String from = headers.text("from").orElse("").toLowerCase(Locale.ROOT);
        boolean nobody = isFromNobody(headers) || from.isBlank();
        String local = local(from);
        boolean daemon = DAEMONS.contains(local) || DAEMON_NAMES.stream().anyMatch(from::contains) || from.endsWith("<>");
        boolean machine = MACHINES.stream().anyMatch(local::contains);
        return (daemon ? DAEMON : machine ? 1 : 0) + (nobody ? 2 : 0);
    }

    private static boolean isFromNobody(MailHeaders headers) {
        String path = headers.lower("return-path");
        return path.equals("<>") || path.startsWith("<mailer-daemon") || path.equals("mailer-daemon")
                || path.isEmpty() && headers.has("return-path");
    }

    /** The local part without dots, dashes and underscores. */
    private static String local(String from) {
        String address = from.indexOf('<') >= 0 ? from.substring(from.lastIndexOf('<') + 1) : from;
        int at = address.indexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        return local.replaceAll("[^a-z0-9]", "");
    }

    private int against(boolean titled, boolean daemon) {
        String subject = message.subject().orElse("").toLowerCase(Locale.ROOT).strip();
        boolean forwarded = !daemon && FORWARDS.stream().anyMatch(subject::startsWith);
        boolean listed = headers.has("list-unsubscribe") || headers.has("list-id") || headers.has("list-post")
                || headers.lower("content-type").startsWith("multipart/digest");
        boolean answers = AutomaticMail.isAutoReply(message) && !isReport(headers) && !titled;
        boolean client = headers.has("user-agent") && headers.has("in-reply-to");
        boolean campaign = listed && !headers.lower("return-path").equals("<>");
        return (forwarded ? 3 : 0) + (campaign ? 5 : 0) + (answers ? 4 : 0) + (client ? 3 : 0);
    }
}
