package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.scan.TwoWays.Step;

/** Filter scripts are one small source for each mailbox. */
@Tag("heavy")
class ManySourcesTest {

    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @Test
    void thousandsOfScriptsMayAllChangeAtOnce() {
        TwoWays both = new TwoWays(folder, ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")),
                ZoneOffset.UTC));

        assertTimeout(Duration.ofMinutes(3), () -> both.rounds(scripts("News")));
        assertTimeout(Duration.ofMinutes(3), () -> both.rounds(scripts("Offers")));
        assertThat(both.anew()).isEqualTo(MANY);
    }

    private static List<Step> scripts(String rule) {
        return IntStream.range(0, MANY).mapToObj(i -> Step.instead("script" + i,
                MailboxStory.mailbox("m" + i + "@shop.example")
                .hasRule(rule, List.of(), new RuleAction(RuleAction.Type.MARK_READ,
                        List.of())).evidence().all())).toList();
    }
}
