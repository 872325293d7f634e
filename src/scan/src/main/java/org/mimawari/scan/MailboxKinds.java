package org.mimawari.scan;

import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;

/** Tells from an address whom it serves, where the operator or the mail system does not say. */
final class MailboxKinds {

    private static final Set<String> ROLES = Set.of("info", "support", "sales", "contact", "help", "helpdesk", "office",
            "admin", "administrator", "webmaster", "postmaster", "hostmaster", "abuse", "billing", "accounting", "keiri",
            "soumu", "jinji", "saiyo", "recruit", "hr", "press", "pr", "marketing", "reception", "uketsuke", "eigyo",
            "toiawase", "otoiawase", "service", "shop", "order", "orders", "inquiry", "mail", "staff", "customer");
    private static final Set<String> ROBOTS = Set.of("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply",
            "system", "scanner", "scan", "fax", "printer", "mfp", "copier", "alert", "alerts", "notification",
            "notifications", "notify", "monitor", "monitoring", "backup", "cron", "daemon", "bot", "robot", "root",
            "nagios", "zabbix", "jenkins", "gitlab", "mailer", "auto", "kintai");
    private static final Set<String> BULK = Set.of("newsletter", "news", "mailmag", "magazine", "merumaga", "campaign",
            "bulk", "list", "announce", "announcement", "dm");

    private MailboxKinds() {}

    static MailboxKind of(MailboxAddress address) {
        String local = address.localPart();
        String stem = local.replaceAll("[0-9]+$", "");
        if (ROBOTS.contains(stem) || local.startsWith("noreply") || local.startsWith("no-reply")) {
            return MailboxKind.ROBOT;
        }
        if (BULK.contains(stem) || local.startsWith("newsletter") || local.startsWith("mailmag")) {
            return MailboxKind.BULK;
        }
        return ROLES.contains(stem) ? MailboxKind.ROLE : MailboxKind.PERSON;
    }
}
