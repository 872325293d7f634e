package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.SignInTrait;

class DovecotLinesTest {

    private static final String AT = "Nov 22 03:21:40 ";
    private static final String TAIL = ", method=PLAIN, rip=203.0.113.5, lip=192.0.2.1, mpid=7, TLS, session=<S1+a/b>";

    @TempDir
    private Path folder;

    private LogStory story() {
        return new LogStory(folder);
    }

    @Test
    void readsSignInsOfBothGenerations() {
        var signIns = story().log(AT + "imap-login: Info: Login: user=<Info@Corp.example>" + TAIL,
                AT + "pop3-login: Info: Logged in: user=<info@corp.example>" + TAIL.replace("S1", "S2"))
                        .read(SignIn.class);
        assertThat(signIns).extracting(SignIn::protocol).containsExactlyInAnyOrder(Protocol.IMAP, Protocol.POP);
        assertThat(signIns).allMatch(s -> s.succeeded() && s.ip().equals(IpAddress.find("203.0.113.5"))
                && s.mailbox().get().text().equals("info@corp.example")
                && s.time().get().equals(Instant.parse("2026-11-21T18:21:40Z")));
    }

    @Test
    void namesTheClientThatIntroducedItselfBeforeOrAfterTheSignIn() {
        var signIns = story().log(
                AT + "imap-login: Debug: Pre-login ID sent: name=Thunderbird, version=115.6.0: user=<>"
                        + TAIL.replace(", method=PLAIN", ""),
                AT + "imap-login: Info: Logged in: user=<a@corp.example>" + TAIL,
                AT + "imap-login: Info: Login: user=<b@corp.example>" + TAIL.replace("S1", "S2"),
                AT + "imap(b@corp.example)<7><S2+a/b>: Info: ID sent: name=curl").read(SignIn.class);
        assertThat(signIns).extracting(s -> s.client().orElse("")).containsExactlyInAnyOrder("Thunderbird 115.6.0",
                "curl");
    }

    @Test
    void countsAFailureOnceWhereBothTheDatabaseAndTheLoginProcessTellOfIt() {
        var signIns = story().log(
                AT + "auth: Info: passwd-file(info@corp.example,203.0.113.5,<S1+a/b>): Password mismatch",
                AT + "auth: Info: passwd-file(info@corp.example,203.0.113.5,<S1+a/b>): Password mismatch",
                AT + "imap-login: Info: Disconnected: Aborted login by logging out (auth failed, 3 attempts in 2 secs):"
                        + " user=<info@corp.example>" + TAIL).read(SignIn.class);
        assertThat(signIns).singleElement().satisfies(s -> {
            assertThat(s.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(s.attempts()).isEqualTo(3);
            assertThat(s.protocol()).isEqualTo(Protocol.IMAP);
        });
    }

    @Test
    void countsAFailureBeforeASuccessInTheSameSession() {
        var signIns = story().log(
                AT + "auth(a@corp.example,203.0.113.5,sasl:plain)<S1+a/b>: Info: users: Password mismatch",
                AT + "imap-login: Info: Logged in: user=<a@corp.example>" + TAIL).read(SignIn.class);
        assertThat(signIns).extracting(SignIn::outcome).containsExactlyInAnyOrder(Outcome.FAILURE, Outcome.SUCCESS);
        assertThat(signIns).extracting(SignIn::protocol).containsOnly(Protocol.IMAP);
    }

    @Test
    void takesAUserUnknownToOneDatabaseButNotToTheNextForNoFailure() {
        var signIns = story().log(
                AT + "auth: Info: passwd-file(a@corp.example,203.0.113.5,<S1+a/b>): unknown user",
                AT + "imap-login: Info: Login: user=<a@corp.example>" + TAIL).read(SignIn.class);
        assertThat(signIns).singleElement().matches(SignIn::succeeded);
    }

    @Test
    void countsEachUserThatOneSessionTried() {
        var signIns = story().log(
                AT + "auth: Info: sql(a@corp.example,203.0.113.5,<S1+a/b>): Password mismatch",
                AT + "auth: Info: sql(b@corp.example,203.0.113.5,<S1+a/b>): Password mismatch",
                AT + "imap-login: Info: Disconnected (auth failed, 2 attempts in 9 secs): user=<b@corp.example>" + TAIL)
                .read(SignIn.class);
        assertThat(signIns).extracting(s -> s.mailbox().get().text() + s.attempts())
                .containsExactlyInAnyOrder("a@corp.example1", "b@corp.example1");
    }

    @Test
    void neverKeepsATypedPassword() {
        var sink = story().log("Dec 31 06:56:17 mail dovecot: auth-worker(10377): conn unix:auth-worker (pid=9,uid=1):"
                + " auth-worker<1>: sql(a@corp.example,203.0.113.5): Password mismatch (given password: Sesame): unknown user")
                .read();
        assertThat(sink.evidence(SignIn.class)).singleElement()
                .matches(s -> s.mailbox().get().text().equals("a@corp.example"));
        assertThat(sink.evidence().toString()).doesNotContain("Sesame");
    }

    @Test
    void marksASignInByAMasterUser() {
        var signIns = story().log(AT + "auth: Info: Master user logging in as a@corp.example",
                AT + "imap-login: Info: Login: user=<a@corp.example>" + TAIL,
                AT + "auth(admin,203.0.113.9,sasl:plain,master)<S2>: Info: Master user logging in as b@corp.example",
                AT + "imap-login: Info: Logged in: user=<b@corp.example>" + TAIL.replace("S1+a/b", "S2"),
                AT + "imap-login: Info: Login: user=<c@corp.example>" + TAIL.replace("S1", "S3")).read(SignIn.class);
        assertThat(signIns).filteredOn(s -> s.traits().contains(SignInTrait.IN_ANOTHER_NAME))
                .extracting(s -> s.mailbox().get().text()).containsExactlyInAnyOrder("a@corp.example",
                        "b@corp.example");
    }

    @Test
    void isNotMisledByFieldsInAUserNameOrClientName() {
        var signIns = story().log(
                AT + "imap-login: Info: Disconnected (auth failed, 1 attempts in 2 secs): user=<x>, method=PLAIN,"
                        + " rip=198.51.100.99, lip=9, session=<F>>" + TAIL,
                AT + "imap-login: Info: ID sent: name=(auth failed, 9 attempts in 1 secs): user=<info@corp.example>,"
                        + " rip=198.51.100.98: user=<>" + TAIL.replace("S1", "S2")).read(SignIn.class);
        assertThat(signIns).singleElement().matches(s -> s.ip().equals(IpAddress.find("203.0.113.5"))
                && s.mailbox().isEmpty() && s.session().equals(Optional.of("S1+a/b")));
    }

    @Test
    void joinsWhatASessionReadWithWhereItCameFrom() {
        var access = story().log(AT + "imap-login: Info: Login: user=<a@corp.example>" + TAIL,
                AT + "imap(a@corp.example)<7><S1+a/b>: Info: Disconnected: Logged out in=148 out=10763 deleted=0"
                        + " expunged=0 trashed=0 hdr_count=0 hdr_bytes=0 body_count=10 body_bytes=9073",
                AT + "pop3(b@corp.example)<8><S3>: Info: Disconnected: Logged out top=0/0, retr=3/12345, del=0/10, size=9",
                AT + "imap(c@corp.example): Info: Disconnected: Logged out bytes=120/5000").read(MailAccess.class);
        assertThat(access).extracting(MailAccess::items).containsExactly(10L, 3L, 0L);
        assertThat(access).extracting(MailAccess::bytes).containsExactly(9073L, 12345L, 5000L);
        assertThat(access.get(0).actor().ip()).isEqualTo(IpAddress.find("203.0.113.5"));
    }

    @Test
    void seesAScriptBeingPutOnTheServerButNotOneBeingRead() {
        var changes = story().log(
                AT + "managesieve-login: Info: Login: user=<exec@corp.example>" + TAIL,
                AT + "managesieve(exec@corp.example)<7><S1+a/b>: Info: Disconnected: Logged out bytes=416/95",
                AT + "sieve(sales@corp.example)<8><S2>: Info: Disconnected: Logged out bytes=13/77")
                        .read(SettingChange.class);
        assertThat(changes).singleElement().matches(c -> c.operation().equals("managesieve upload")
                && c.actor().ip().equals(IpAddress.find("203.0.113.5")));
    }

    @Test
    void reportsEachRuleAtWorkOnce() {
        String exec = AT + "lmtp(exec@corp.example)<9><abc>: Info: sieve: msgid=<1@p.example>: ";
        var rules = story().log(exec + "redirect action: forwarded to <box@freemail.example>",
                exec + "redirect action: forwarded to <box@freemail.example>",
                exec + "fileinto action: stored mail into mailbox 'RSS Feeds'",
                exec + "fileinto action: stored mail into mailbox 'Junk'",
                exec + "discard action: Marked message to be discarded if not explicitly delivered (discard action)",
                exec + "stored mail into mailbox 'INBOX'").read(MailboxRule.class);
        assertThat(rules).extracting(rule -> rule.actions().get(0)).containsExactly(
                RuleAction.of(RuleAction.Type.REDIRECT, "box@freemail.example"),
                RuleAction.of(RuleAction.Type.MOVE, "RSS Feeds"), RuleAction.of(RuleAction.Type.DISCARD));
    }

    @Test
    void believesNoRuleThatAMessageIdPretends() {
        var rules = story().log(AT
                + "lmtp(exec@corp.example)<9><abc>: Info: sieve: msgid=<x>: redirect action: forwarded to"
                + " <evil@spam.example>: stored mail into mailbox 'INBOX'").read(MailboxRule.class);
        assertThat(rules).isEmpty();
    }

    @Test
    void gathersWhatASessionDeleted() {
        String user = AT + "imap(soudan@corp.example)<7><S1+a/b>: Info: ";
        String message = "box=Sent, uid=9, msgid=<1@corp.example>, size=5, from=<soudan@corp.example>,"
                + " subject=invoice, uid=1, flags=() rip=9, flags=(\\Seen)";
        var removals = story().log(user + "delete: " + message, user + "expunge: " + message,
                user + "Mailbox Trash: expunge: box=Trash, uid=3, msgid=<2@corp.example>, size=5",
                user + "Disconnected: Logged out in=1 out=2 body_count=0 body_bytes=0").read(MailRemoval.class);
        assertThat(removals).extracting(r -> r.folder().get() + r.count()).containsExactly("Sent1", "Trash1");
        assertThat(removals.get(0).items()).isEqualTo(List.of(new MailRemoval.RemovedItem(
                Optional.of("invoice, uid=1, flags=() rip=9"), Optional.of("<1@corp.example>"))));
    }
}
