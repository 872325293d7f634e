package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.story.MailboxStory;

/** What parts are learnt to show adds up, whatever the parts and their order. */
class SharedScanTest {

    @Test
    void learnsTheHabitsOfATenantFromItsParts() {
        List<Evidence> everything = everything();
        Learnt forwards = new Learnt();
        Learnt backwards = new Learnt();
        for (int from = 0; from < everything.size(); from += 7) {
            byte[] part = learnt(everything.subList(from, Math.min(everything.size(), from + 7)));
            forwards.add(Learnt.read(part));
            Learnt before = Learnt.read(part);
            before.add(backwards);
            backwards = before;
        }
        TenantHabits whole = habits(Learnt.read(learnt(everything)));
        assertThat(Arrays.asList(habits(forwards), habits(backwards))).containsOnly(whole);
        assertThat(whole.countries()).containsExactly("JP");
    }

    @Test
    void namesTheFirstThousandRecordsThatCouldNotBeReadInTheOrderOfTheParts() {
        Learnt all = new Learnt();
        for (int part : List.of(3, 1, 2, 0)) {
            Learnt some = new Learnt();
            for (int line = 0; line < 400; line++) {
                some.reject(part, EvidenceRef.line("part-" + part, line), "broken");
            }
            all.add(Learnt.read(some.write()));
        }
        TenantPicture picture = new TenantPicture(new Ledger(new SeenRecords(1)));
        all.paint(picture);
        assertThat(picture.ledger().counts().rejected()).isEqualTo(1_600);
        assertThat(picture.ledger().rejections()).hasSize(1_000)
                .noneMatch(each -> each.where().source().equals("part-3"));
    }

    /** Five people who sign in from one country for two weeks, and once from another. */
    private static List<Evidence> everything() {
        List<Evidence> everything = new ArrayList<>();
        for (String name : List.of("aiko", "emi", "kenta", "sota", "yui")) {
            MailboxStory story = MailboxStory.mailbox(name + "@hinode.example").signsIn("2026-03-05T01:00:00Z",
                    "192.0.2.9", "FR");
            for (int day = 10; day < 24; day++) {
                story.signsIn("2026-03-" + day + "T01:00:00Z", "198.51.100.7", "JP");
            }
            everything.addAll(story.evidence().all());
        }
        return everything;
    }

    private static byte[] learnt(Collection<Evidence> pieces) {
        Learnt learnt = new Learnt();
        learnt.enter("microsoft-365");
        pieces.forEach(learnt::see);
        return learnt.write();
    }

    private static TenantHabits habits(Learnt learnt) {
        TenantPicture picture = new TenantPicture(new Ledger(new SeenRecords(1)));
        learnt.paint(picture);
        return picture.observer().habits();
    }
}
