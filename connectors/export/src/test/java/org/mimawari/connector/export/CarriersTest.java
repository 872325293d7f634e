package org.mimawari.connector.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriersTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
            "{'preview':false,'offset':0,'result':{'_raw':'{\\'Id\\':1}','_time':'x'}}",
            "{'preview':false,'messages':[],'fields':[{'name':'_raw'}],'results':[{'_raw':'{\\'Id\\':1}'}],'highlighted':{}}",
            "{'took':3,'hits':{'total':{'value':1},'hits':[{'_index':'a','_source':{'event':{'original':'{\\'Id\\':1}'}}}]}}",
            "{'@timestamp':'x','event.original':'{\\'Id\\':1}'}",
            "{'@timestamp':'x','o365':{'audit':{'Id':1}},'event':{'module':'o365'}}",
            "{'timestamp':'x','rule':{'level':3},'data':{'office365':{'Id':1}}}",
            "{'schema':[{'name':'Id'}],'results':[{'Id':1}]}",
            "[{'SequenceNumber':1,'EnqueuedTimeUtc':'x','Body':'{\\'Id\\':1}'}]"})
    void givesTheRecordAsTheSourceWroteIt(String carrier) {
        assertThat(lines("hits.json", carrier.replace("\\'", "\\\"").replace('\'', '"'))).containsExactly("{\"Id\":1}");
    }

    @Test
    void leavesAHitThatCarriesNothingAsItIs() {
        String hits = "{\"_source\":{\"Id\":1}}\n{\"Id\":2,\"note\":\"\\\"_raw\\\"\"}\n";

        assertThat(lines("hits.json", hits)).containsExactly("{\"Id\":1}", "{\"Id\":2,\"note\":\"\\\"_raw\\\"\"}");
    }

    @Test
    void putsALogLineTogetherThatItsShipperTookApart() {
        String hit = "{\"@timestamp\":\"2026-10-31T04:00:00Z\",\"message\":\"A1: client=x\",\"host\":{\"name\":\"mx\"},"
                + "\"process\":{\"name\":\"postfix/smtpd\",\"pid\":11}}";

        assertThat(lines("beat.json", hit)).containsExactly("2026-10-31T04:00:00Z mx postfix/smtpd[11]: A1: client=x");
    }

    @Test
    void takesTheOriginalOutOfAColumnAndKeepsItsLine() {
        String table = "_time,_raw\n2026,\"Oct 31 04:00:00 mx postfix/smtpd[1]: a\"\n2026,\"Oct 31 04:00:01 mx b\"\n";

        assertThat(lines("search.csv", table)).containsExactly("", "Oct 31 04:00:00 mx postfix/smtpd[1]: a",
                "Oct 31 04:00:01 mx b");
    }

    @Test
    void readsObjectsThatAreListedWithTheirProperties() {
        String printed = "\r\n\r\nName        : .\r\nDescription : If the message:\r\n                  says 'x'\r\n\r\n"
                + "Words       : {invoice, \"a, b\", wire...}\r\nForwardTo   : \r\n\r\nName        : next\r\nWords       : {}\r\n";

        assertThat(lines("rules.txt", printed)).containsExactly("", "",
                "{\"Name\":\".\",\"Description\":\"If the message:\\nsays 'x'\",\"Words\":[\"invoice\",\"\\\"a, b\\\"\",\"wire\"],"
                        + "\"ForwardTo\":\"\"}", "", "", "", "", "", "", "{\"Name\":\"next\",\"Words\":[]}");
    }

    @Test
    void joinsWhatTheConsoleBrokeOffAtItsWidth() {
        String printed = "Identity             : a\nForwardingSmtpAddress : x\n".replace("Identity  ", "Identity   ")
                + "Link                  : https://one.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n                        bbb\n";

        assertThat(lines("mailbox.txt", printed)).last().asString().contains("aaaabbb");
    }

    @Test
    void givesTheRowsOfAnAnswerTheNamesOfItsColumns() {
        String answer = "{\"tables\":[{\"name\":\"P\",\"columns\":[{\"name\":\"A\",\"type\":\"string\"},{\"name\":\"B\"}],"
                + "\"rows\":[[\"x\",{\"c\":[1]}],[null,2]]}]}";

        assertThat(lines("answer.json", answer)).containsExactly("{\"A\":\"x\",\"B\":{\"c\":[1]}}", "{\"A\":null,\"B\":2}");
    }

    @Test
    void readsObjectsKeptAsXml() {
        String xml = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Obj RefId=\"0\">"
                + "<TN RefId=\"0\"><T>x</T></TN><ToString>s</ToString><Props><S N=\"Name\">a_x000A_b</S><Nil N=\"Gone\" />"
                + "<Obj N=\"Words\" RefId=\"1\"><LST><S>invoice</S></LST></Obj>"
                + "<Obj N=\"Folder\" RefId=\"2\"><ToString>RSS Feeds</ToString><Props><S N=\"Id\">1</S></Props></Obj>"
                + "</Props></Obj></Objs>";

        assertThat(lines("rules.xml", xml)).containsExactly(
                "{\"Name\":\"a\\nb\",\"Gone\":null,\"Words\":[\"invoice\"],\"Folder\":\"RSS Feeds\"}");
    }

    @Test
    void readsFiltersExportedFromGmail() {
        String xml = "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'"
                + " xmlns:apps='http://schemas.google.com/apps/2006'><title>Mail Filters</title>\n<author><email>a@b.example"
                + "</email></author>\n<entry><title>Mail Filter</title><apps:property name='hasTheWord' value='invoice'/>"
                + "<apps:property name='shouldTrash' value='true'/><apps:property name='label' value='x'/>"
                + "<apps:property name='forwardTo' value='c@d.test'/></entry></feed>";

        assertThat(lines("mailFilters.xml", xml)).containsExactly("", "", "{\"user\":\"a@b.example\",\"criteria\":{"
                + "\"query\":\"invoice\"},\"action\":{\"addLabelIds\":[\"TRASH\",\"x\"],\"removeLabelIds\":[],"
                + "\"forward\":\"c@d.test\"}}");
    }

    @Test
    void expandsNoEntityOfSuchXml() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"boom\">]><Objs Version=\"1.1\"><Obj><Props><S N=\"Name\">&e;</S>"
                + "</Props></Obj></Objs>";
        Source source = new ExportFiles(folder).file("rules.xml", xml);

        assertThat(source).satisfies(each -> {
            try (var in = each.open()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("boom");
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("XML");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"Id\":1}]\n", "Oct 31 04:00:00 mx postfix/smtpd[1]: a : b\n", "a,b\n1,2\n",
            "Subject : none\nThis is a letter : really\n", "{\"MESSAGE\":\"x\"}\n"})
    void changesNothingOfAnyOtherFile(String text) {
        assertThat(String.join("\n", lines("other.txt", text)) + "\n").isEqualTo(text);
    }

    private List<String> lines(String name, String text) {
        Source source = new ExportFiles(folder).file(name, text);
        try (var in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
