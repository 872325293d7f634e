package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.microsoft.AuditStory.record;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SentMessage;

class AuditMailItemsTest {

    @Test
    void countsWhatWasRead() {
        MailAccess access = item("MailItemsAccessed").with("ClientIPAddress", "::ffff:192.0.2.9").with("LogonType", 2)
                .with("ClientAppId", "app-1").with("AppId", "app-2")
                .pairs("OperationProperties", "MailAccessType", "Bind", "IsThrottled", "True")
                .json("Folders",
                        "[{\"FolderItems\":[{\"InternetMessageId\":\"<a@x>\"},{}],\"Id\":\"f\","
                        + "\"Path\":\"\\\\Inbox\"}]")
                .showsOne(MailAccess.class);

        assertThat(access.type()).isEqualTo(MailAccess.Type.BIND);
        assertThat(access.items()).isEqualTo(2);
        assertThat(access.throttled()).isTrue();
        assertThat(access.folder()).contains("Inbox");
        assertThat(access.actor().role()).isEqualTo(Actor.Role.DELEGATE);
        assertThat(access.actor().ip().orElseThrow()).hasToString("192.0.2.9");
        assertThat(access.actor().appId()).contains("app-1");
        assertThat(access.mailbox().orElseThrow()).hasToString("shared@shop.example");
    }

    @Test
    void readsSynchronisedFolders() {
        MailAccess access = item("MailItemsAccessed").pairs("OperationProperties", "MailAccessType", "Sync")
                .json("Item", "{\"ParentFolder\":{\"Path\":\"\\\\Sent Items\"}}").with("OperationCount", 7)
                .showsOne(MailAccess.class);

        assertThat(access.type()).isEqualTo(MailAccess.Type.SYNC);
        assertThat(access.items()).isEqualTo(7);
        assertThat(access.folder()).contains("Sent Items");
    }

    @Test
    void readsSentMessages() {
        SentMessage sent = item("SendAs").with("SendAsUserSmtp", "shared@shop.example").with("ClientIP", "192.0.2.3")
                .with("ClientInfoString", "Client=OWA;Action=ViaProxy")
                .json("Item", "{\"Subject\":\"Invoice\",\"InternetMessageId\":\"<m@x>\",\"SizeInBytes\":1200,"
                        + "\"Attachments\":\"offer.pdf (123b); list (2).xlsx (9b)\"}").showsOne(SentMessage.class);

        assertThat(sent.route()).isEqualTo(SentMessage.Route.AUDIT_LOG);
        assertThat(sent.subject()).contains("Invoice");
        assertThat(sent.messageId()).contains("<m@x>");
        assertThat(sent.from()).contains("shared@shop.example");
        assertThat(sent.size()).isEqualTo(1200);
        assertThat(sent.recipients()).isEqualTo(1);
        assertThat(sent.content().orElseThrow().attachments()).containsExactly("offer.pdf", "list (2).xlsx");
    }

    @Test
    void whatFailedWasNotSent() {
        assertThat(item("Send").with("ResultStatus", "Failed").shows(Evidence.class)).isEmpty();
    }

    @Test
    void readsRemovedMessages() {
        MailRemoval removal = item("HardDelete").json("Folder", "{\"Path\":\"\\\\Sent Items\"}")
                .json("AffectedItems", "[{\"Subject\":\"a\",\"InternetMessageId\":\"<1>\"},{\"Subject\":\"b\"}]")
                .showsOne(MailRemoval.class);

        assertThat(removal.type()).isEqualTo(MailRemoval.Type.HARD_DELETE);
        assertThat(removal.folder()).contains("Sent Items");
        assertThat(removal.count()).isEqualTo(2);
        assertThat(removal.items().get(0).messageId()).contains("<1>");
    }

    @Test
    void readsWhereMailWasMoved() {
        MailRemoval removal = item("Move").json("AffectedItems",
                "[{\"Subject\":\"a\",\"ParentFolder\":{\"Path\":\"\\\\Inbox\"}}]")
                .json("DestFolder", "{\"Id\":\"x\",\"Path\":\"\\\\RSS Feeds\"}").showsOne(MailRemoval.class);

        assertThat(removal.folder()).contains("Inbox");
        assertThat(removal.destination()).contains("RSS Feeds");
    }

    @Test
    void keepsTheWordsOfASearch() {
        assertThat(record("SearchQueryInitiatedExchange").with("QueryText", "password OR 請求").showsOne(MailSearch.class)
                .query()).isEqualTo("password OR 請求");
    }

    @Test
    void aLogonIsAnAccessToNothing() {
        MailAccess access = item("MailboxLogin").with("LogonType", "Admin").showsOne(MailAccess.class);

        assertThat(access.type()).isEqualTo(MailAccess.Type.LOGON);
        assertThat(access.items()).isZero();
        assertThat(access.actor().role()).isEqualTo(Actor.Role.ADMIN);
    }

    @Test
    void readsTheSentinelSpelling() {
        String line = "{\"TimeGenerated\":\"2026-03-14T13:05:00Z\",\"Operation\":\"MailItemsAccessed\","
                + "\"UserType\":\"Regular\","
                + "\"UserId\":\"info@shop.example\",\"Logon_Type\":\"Owner\",\"Client_IPAddress\":\"192.0.2.4\","
                + "\"Folders\":\"[{\\\"FolderItems\\\":[{},{},{}],\\\"Path\\\":\\\"\\\\\\\\Inbox\\\"}]\","
                + "\"OfficeId\":\"o-1\","
                + "\"OfficeWorkload\":\"Exchange\"}";

        MailAccess access = AuditStory.read(line).evidence(MailAccess.class).get(0);

        assertThat(access.items()).isEqualTo(3);
        assertThat(access.actor().role()).isEqualTo(Actor.Role.OWNER);
        assertThat(access.ref().recordId()).contains("o-1");
        assertThat(access.time()).isPresent();
    }

    @Test
    void readsTheTableOfAMailboxAuditLog(@TempDir Path folder) {
        Source table = new ExportFiles(folder).file("mailbox-audit.csv", "Operation,LogonType,ClientInfoString,"
                + "ClientIPAddress,MailboxOwnerUPN,ItemSubject,LastAccessed\nHardDelete,Owner,Client=OWA,203.0.113.9,"
                + "info@shop.example,x,10/31/2026 3:20:00 AM\n");
        UnifiedAuditReader reader = new UnifiedAuditReader(new ExportSettings(List.of(), Optional.empty(),
                Optional.empty(), ZoneOffset.UTC, OwnDomains.of()));

        assertThat(ExportFiles.recognises(reader, table)).isPositive();
        assertThat(ExportFiles.read(reader, table).evidence(MailRemoval.class)).singleElement().satisfies(removal -> {
            assertThat(removal.mailbox()).hasToString("Optional[info@shop.example]");
            assertThat(removal.origin().time()).hasToString("Optional[2026-10-31T03:20:00Z]");
        });
    }

    private static AuditStory item(String operation) {
        return record(operation).with("MailboxOwnerUPN", "Shared@Shop.Example");
    }
}
