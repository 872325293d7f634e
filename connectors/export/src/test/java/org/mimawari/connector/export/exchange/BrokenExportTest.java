package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.entra.EntraFormats;

class BrokenExportTest {

    private static final String SIGN_IN = "{\"id\":\"12345678\",\"createdDateTime\":\"2026-03-01T02:00:00Z\","
            + "\"userPrincipalName\":\"info@energy.example\",\"ipAddress\":\"192.0.2.7\",\"appDisplayName\":\"x\","
            + "\"status\":{\"errorCode\":50126},\"location\":\"{\\\"countryOrRegion\\\":\\\"JP\\\"}\"}";
    private static final String RULES = "{\"@odata.context\":\"x/$metadata#users('info@energy.example')/messageRules\","
            + "\"value\":[{\"id\":\"r\",\"displayName\":\".\",\"sequence\":1,\"isEnabled\":true,"
            + "\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"address\":\"x@evil.example\"}}]}}]}";
    private static final String TRACE = "MessageId,Received,SenderAddress,RecipientAddress,Subject,Status,FromIP\n"
            + "<1@energy.example>,2026/03/01 4:58:00,info@energy.example,a@far.example,\"Hi, you\",Failed,192.0.2.9\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {SIGN_IN, SIGN_IN + "\n" + SIGN_IN, "[" + SIGN_IN + "]", RULES, TRACE})
    void survivesAnyCutAndAnyDamage(String content) {
        byte[] whole = content.getBytes(StandardCharsets.UTF_8);
        Random damage = new Random(7);
        for (int i = 0; i < whole.length; i += 5) {
            byte[] cut = Arrays.copyOf(whole, i);
            byte[] odd = whole.clone();
            odd[damage.nextInt(odd.length)] = (byte) damage.nextInt(256);
            odd[damage.nextInt(odd.length)] = (byte) "\"{}[],\n\\".charAt(damage.nextInt(8));
            assertThatCode(() -> readAll(cut)).doesNotThrowAnyException();
            assertThatCode(() -> readAll(odd)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"value\":", "{\"status\":"})
    void survivesNestingWithoutEnd(String opening) {
        RecordingSink read = readAll((SIGN_IN + "\n" + opening.repeat(20_000)).getBytes(StandardCharsets.UTF_8)).get(0);

        assertThat(read.admitted()).isEqualTo(1);
        assertThat(read.rejected()).isNotEmpty();
    }

    private List<RecordingSink> readAll(byte[] content) {
        Source source = new ExchangeExports(folder).file("export.txt", content);
        Stream<FormatReader> readers = Stream.concat(EntraFormats.all(ExchangeExports.settings()).stream(),
                ExchangeFormats.all(ExchangeExports.settings()).stream());
        return readers.map(reader -> {
            ExportFiles.recognises(reader, source);
            return ExportFiles.read(reader, source);
        }).toList();
    }
}
