package org.mimawari.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** Tells one finding: what was seen, when, where it is written. */
public final class FindingStory {

    private final String indicator;
    private Family family = Family.SENT;
    private AttackStage stage = AttackStage.ABUSE;
    private Level level = Level.HIGH;
    private int weight = 60;
    private Optional<MailboxAddress> mailbox = Optional.of(new MailboxAddress("info@shop.example"));
    private TimeRange when = TimeRange.UNKNOWN;
    private String pattern = "";
    private Reason reason = Reason.NONE;
    private final List<Citation.Cited> cited = new ArrayList<>();
    private int total;
    private final List<Multiplier> multipliers = new ArrayList<>();

    FindingStory(String indicator) {
        this.indicator = indicator;
    }

    public FindingStory of(Family newFamily, AttackStage newStage) {
        family = newFamily;
        stage = newStage;
        return this;
    }

    public FindingStory weighs(Level newLevel, int newWeight) {
        level = newLevel;
        weight = newWeight;
        return this;
    }

    public FindingStory in(String address) {
        mailbox = Optional.of(new MailboxAddress(address));
        return this;
    }

    public FindingStory inNoMailbox() {
        mailbox = Optional.empty();
        return this;
    }

    public FindingStory at(String from, String to) {
        when = TimeRange.between(Instant.parse(from), Instant.parse(to));
        return this;
    }

    public FindingStory pattern(String text) {
        pattern = text;
        return this;
    }

    public FindingStory because(Reason facts) {
        reason = facts;
        return this;
    }

    public FindingStory cites(String source, int lines) {
        total = lines;
        for (int line = 1; line <= Math.min(10, lines); line++) {
            cited.add(new Citation.Cited(EvidenceRef.line(source, line), when.from().map(t -> t.plusSeconds(1))));
        }
        return this;
    }

    public FindingStory times(Multiplier multiplier) {
        multipliers.add(multiplier);
        return this;
    }

    public Finding finding() {
        IndicatorProfile profile = new IndicatorProfile(indicator, family, stage, level, weight, 0.8,
                List.of("T1564.008"), Set.of());
        return Finding.of(profile, mailbox, when, pattern, reason, new Citation(total, cited)).times(multipliers);
    }
}
