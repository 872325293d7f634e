package org.mimawari.message.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.story.SharedFolder;
import org.mimawari.message.evidence.MailEvidence;
import org.mimawari.message.MailMessage;

/** Measures the reading of delivery reports on a public collection, and prints a table. */
@Tag("heavy")
class BounceCorpusTest {

    /** Labels of the form 5.0.9nn are private to the collection; they name a reason, and so do standard codes. */
    private static final Map<String, String> BY_REASON = Map.of("userunknown", ".1.1", "mailboxfull", ".2.2",
            "hostunknown", ".1.2", "suspend", ".2.1", "mesgtoobig", ".3.4", "expired", ".4.7", "filtered", ".1.1",
            "rejected", ".7.", "onhold", ".");

    private final List<String> table = new ArrayList<>();
    private int labelled;
    private int judged;
    private int statuses;
    private int statusRight;
    private int counted;
    private int replies;
    private int replyRight;
    private int bounces;
    private int withRecipient;
    private int withId;
    private int withSubject;
    private int withServer;

    @Test
    void readsThePublicCollection() throws IOException {
        Optional<Path> folder = SharedFolder.find("corpora/ndr-sisimai");
        Assumptions.assumeTrue(folder.isPresent(), SharedFolder.MISSING);
        List<String> labels = Files.readAllLines(folder.get().resolve("labels.tsv"));
        for (String line : labels.subList(1, labels.size())) {
            String[] label = line.split("\t", -1);
            compare(label, read(folder.get().resolve(label[0])));
        }
        table.forEach(System.out::println);
        System.out.printf("judgement %d/%d, status %d/%d, recipients counted %d/%d, reply %d/%d%n", judged, labelled,
                statusRight, statuses, counted, bounces, replyRight, replies);
        System.out.printf("of %d bounces: recipient %d, Message-ID %d, subject %d, server %d%n", bounces, withRecipient,
                withId, withSubject, withServer);
        assertThat((double) judged / labelled).isGreaterThanOrEqualTo(0.95);
        assertThat((double) statusRight / statuses).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void tellsOurServersReportFromBackscatterByWhatItQuotes() throws IOException {
        Optional<Path> folder = SharedFolder.find("log-samples");
        Assumptions.assumeTrue(folder.isPresent(), SharedFolder.MISSING);
        var ours = (NonDeliveryReport) read(folder.get().resolve("ndr-postfix-own-server.eml"));
        var forged = (NonDeliveryReport) read(folder.get().resolve("ndr-backscatter-forged.eml"));
        assertThat(ours.original().received()).singleElement().asString().contains("ESMTPSA").contains("203.0.113.201");
        assertThat(forged.original().received()).singleElement().asString().doesNotContain("ESMTPSA");
        assertThat(ours.failures().get(0).status()).contains("5.1.1");
    }

    private void compare(String[] label, Evidence evidence) {
        String kind = evidence instanceof NonDeliveryReport ? "bounce"
                : evidence instanceof FeedbackReport ? "feedback" : "other";
        boolean isBounce = label[1].equals("bounce");
        if (!label[1].equals("unlabelled")) {
            labelled++;
            boolean right = kind.equals(label[1]) || label[1].equals("autoreply") && kind.equals("other");
            judged += right ? 1 : 0;
            note(right, label[0], label[1] + " taken for " + kind);
        } else {
            note(kind.equals("bounce"), label[0], "unlabelled, taken for " + kind);
        }
        if (evidence instanceof NonDeliveryReport report && isBounce) {
            compare(label, report);
        }
    }

    private void compare(String[] label, NonDeliveryReport report) {
        bounces++;
        String[] codes = label[3].split(",");
        String[] reply = label[4].split(",");
        String[] reasons = label[5].split(",");
        counted += report.failures().size() == codes.length ? 1 : 0;
        note(report.failures().size() == codes.length, label[0], "recipients " + report.failures());
        for (int i = 0; i < codes.length; i++) {
            Optional<FailedRecipient> failure = i < report.failures().size() ? Optional.of(report.failures().get(i))
                    : Optional.empty();
            String status = failure.flatMap(FailedRecipient::status).orElse("none");
            boolean right = codes[i].startsWith("5.0.9") || codes[i].startsWith("4.0.9")
                    ? status.contains(BY_REASON.getOrDefault(reasons[i], ".")) : status.equals(codes[i]);
            statuses++;
            statusRight += right ? 1 : 0;
            note(right, label[0], "status " + codes[i] + " " + reasons[i] + " read as " + status + " <- "
                    + failure.flatMap(FailedRecipient::diagnostic).orElse("-"));
            String code = failure.flatMap(FailedRecipient::reply).orElse("-");
            replies++;
            replyRight += code.equals(reply[i]) ? 1 : 0;
            note(code.equals(reply[i]), label[0], "reply " + reply[i] + " read as " + code);
        }
        boolean recipient = report.failures().stream().allMatch(f -> f.recipient().isPresent());
        withRecipient += recipient ? 1 : 0;
        withId += report.original().messageId().isPresent() ? 1 : 0;
        withSubject += report.original().subject().isPresent() ? 1 : 0;
        withServer += report.reportingServer().isPresent() ? 1 : 0;
        note(recipient, label[0], "a recipient without address");
        note(report.original().messageId().isPresent(), label[0], "no Message-ID");
        note(report.original().subject().isPresent(), label[0], "no subject");
    }

    private void note(boolean right, String file, String what) {
        if (!right) {
            table.add(file + ": " + what);
        }
    }

    private static Evidence read(Path file) throws IOException {
        Origin origin = new Origin(Optional.empty(), Optional.empty(),
                new EvidenceRef(file.getFileName().toString(), "message:1", Optional.empty()));
        return MailEvidence.received(MailMessage.of(Files.readAllBytes(file)), origin);
    }
}
