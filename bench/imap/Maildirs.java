import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes Maildirs with so many sent messages each: {@code Maildirs FOLDER FIRST COUNT MESSAGES}. */
final class Maildirs {

    private static final long START = 1_780_000_000L;

    private Maildirs() {}

    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[1]);
        for (int i = first; i < first + Integer.parseInt(arguments[2]); i++) {
            String mailbox = "user" + i + "@shop.example";
            Path maildir = Path.of(arguments[0], "mail", mailbox, "Maildir");
            for (String part : new String[] {"cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp"}) {
                Files.createDirectories(maildir.resolve(part));
            }
            for (int m = 0; m < Integer.parseInt(arguments[3]); m++) {
                String name = (START + m) + ".M" + m + ".bench:2,S";
                Files.writeString(maildir.resolve(".Sent/cur").resolve(name), message(mailbox, m), StandardCharsets.UTF_8);
            }
        }
    }

    private static String message(String from, int number) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(Instant.ofEpochSecond(START + number * 60L).atOffset(ZoneOffset.ofHours(9)));
        return "Return-Path: <" + from + ">\nReceived: from [192.0.2.7] (unknown [192.0.2.7])\n"
                + "\tby mail.shop.example (Postfix) with ESMTPSA id " + number + "\n\tfor <customer@partner.example>; " + date + "\nMessage-ID: <" + number + "."
                + from + ">\nDate: " + date + "\nFrom: " + from + "\nTo: customer" + number % 97 + "@partner.example\nSubject: "
                + "=?UTF-8?B?44GK6KaL56mN44KK44Gu5Lu2?= " + number + "\nUser-Agent: Mozilla Thunderbird\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + "A line of the text.\n".repeat(20);
    }
}
