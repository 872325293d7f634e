package org.mimawari.connector.export.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.OwnDomains;

class MicrosoftRecognitionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "Entra logs|[{'createdDateTime':'2026-03-01T02:00:00Z','userPrincipalName':'a@b.example','appId':'x',"
                    + "'ipAddress':'192.0.2.1','clientAppUsed':'Browser','status':{'errorCode':0}}]",
            "Entra logs|Date (UTC),Request ID,Username,Application,IP address,Status,Client app",
            "Entra logs|Date (UTC),CorrelationId,Service,Category,Activity,Result,ActorType,Target1Type",
            "Entra logs|{'time':'2026-03-01T02:00:00Z','resourceId':'/tenants/t','category':'SignInLogs','properties':{'id':'1'}}",
            "Entra logs|{'records':[{'time':'2026-03-01T02:00:00Z','operationName':'Add user','category':'AuditLogs',"
                    + "'properties':{'id':'1'}}]}",
            "Entra logs|{'value':[{'activityDisplayName':'Add user','activityDateTime':'x','initiatedBy':{}}]}",
            "Exchange settings|'Name','Enabled','RuleIdentity','DeleteMessage','ForwardTo'",
            "Exchange settings|Name,DisplayName,PrimarySmtpAddress,ForwardingSmtpAddress,DeliverToMailboxAndForward",
            "Exchange settings|{'@odata.context':'https://graph.microsoft.com/v1.0/$metadata#users(%27a%27)/messageRules',"
                    + "'value':[]}",
            "Exchange settings|{'mailbox':'a@b.example','rules':[{'displayName':'x','sequence':1,'isEnabled':true}]}",
            "Exchange message trace|MessageId,Received,SenderAddress,RecipientAddress,Subject,Status,FromIP",
            "Exchange message trace|#Fields: date-time,source,event-id,message-id,recipient-address,sender-address",
            "Exchange message trace|origin_timestamp_utc,sender_address,recipient_status,message_id,directionality"})
    void givesEachFileToItsReader(String format, String content) {
        assertThat(surest(content)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreationDate,UserIds,Operations,AuditData",
            "{'CreationTime':'2026-03-01T02:00:00','Id':'1','Operation':'UserLoggedIn','RecordType':15,"
                    + "'UserId':'a@b.example','Workload':'AzureActiveDirectory','ClientIP':'192.0.2.1'}",
            "{'TimeGenerated':'2026-03-01T02:00:00Z','OfficeWorkload':'Exchange','RecordType':'ExchangeItem',"
                    + "'Operation':'MailItemsAccessed','UserId':'a@b.example','Type':'OfficeActivity'}"})
    void leavesTheUnifiedAuditLogToItsOwnReader(String content) {
        assertThat(surest(content).orElse("")).doesNotStartWith("Entra").doesNotStartWith("Exchange");
    }

    private Optional<String> surest(String content) {
        Source source = new ExportFiles(folder).file("export.txt", content.replace('\'', '"') + "\n");
        ExportSettings settings = new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of());
        Optional<String> best = Optional.empty();
        int most = 49;
        for (FormatReader reader : FormatReaders.all(settings)) {
            int sure = ExportFiles.recognises(reader, source);
            best = sure > most ? Optional.of(reader.format()) : best;
            most = Math.max(most, sure);
        }
        return best;
    }
}
