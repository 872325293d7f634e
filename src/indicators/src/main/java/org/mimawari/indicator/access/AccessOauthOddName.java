package org.mimawari.indicator.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.words.Folding;

/**
 * An application with a name made to be overlooked: only marks or invisible characters, a mere test name, or the name
 * of the mailbox itself (ATT&amp;CK T1528). Letters of every script count as letters.
 */
public final class AccessOauthOddName implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-oauth-odd-name", EvidenceKind.CONNECTED_APP, Level.HIGH, 55, 0.75, "T1528");
    private static final String TEST = "test name";
    private static final Set<String> TESTS = Set.of("test", "test app", "testapp", "app", "myapp", "my app", "new app",
            "app test", "test1", "test 1", "テスト", "テストアプリ");
    private static final int LONGEST = 500;

    private final Policy policy;

    public AccessOauthOddName(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return Apps.granted(evidence, app -> app.name().flatMap(name -> oddity(name, evidence)).isPresent()).stream()
                .map(group -> finding(group, evidence)).toList();
    }

    private Finding finding(List<ConnectedApp> group, MailboxEvidence evidence) {
        ConnectedApp app = group.get(0);
        String oddity = app.name().flatMap(name -> oddity(name, evidence)).orElse("");
        Finding finding = Apps.weighed(AccessFinding.of(PROFILE, evidence, app.appId(), group,
                Apps.reason(app).andText("oddity", oddity)), app, policy);
        return oddity.equals(TEST) ? finding.judged(Level.MEDIUM, 40, 0.6) : finding;
    }

    private static Optional<String> oddity(String name, MailboxEvidence evidence) {
        if (name.codePoints().limit(LONGEST).noneMatch(AccessOauthOddName::isLetter)) {
            return Optional.of("no letter or digit");
        }
        String folded = Folding.fold(name);
        boolean own = evidence.mailbox().filter(mailbox -> folded.equals(mailbox.text())
                || folded.equals(mailbox.localPart())).isPresent() || evidence.profiles().stream()
                .flatMap(profile -> profile.displayName().stream()).map(Folding::fold).anyMatch(folded::equals);
        if (own) {
            return Optional.of("the mailbox's own name");
        }
        return TESTS.contains(folded) ? Optional.of(TEST) : Optional.empty();
    }

    /** A lengthening mark alone is no letter. */
    private static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER;
    }
}
