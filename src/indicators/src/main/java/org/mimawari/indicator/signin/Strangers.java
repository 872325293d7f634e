package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.habit.SourceHabits;
import org.mimawari.indicator.network.KnownNetworks;

/** Tells sign-ins that look like the owner or the organisation from those that do not. Immutable. */
final class Strangers {

    private final MailboxEvidence evidence;
    private final SourceHabits habits;

    static Strangers of(MailboxEvidence evidence) {
        return evidence.derived(Strangers.class, Strangers::new);
    }

    private Strangers(MailboxEvidence evidence) {
        this.evidence = evidence;
        this.habits = SourceHabits.of(evidence);
    }

    /** True where it comes from outside and from nowhere the owner usually is. */
    boolean isStrange(SignIn signIn) {
        return Outside.isOutside(signIn, evidence) && !habits.isHabitual(signIn);
    }

    /** Dated successes with an address that say where somebody was: not those of proxies and of the provider itself. */
    static List<SignIn> whereabouts(MailboxEvidence evidence) {
        return evidence.signIns().stream().filter(SignIn::succeeded)
                .filter(s -> s.time().isPresent() && s.ip().filter(ip -> !ip.isLocal()).isPresent())
                .filter(s -> !KnownNetworks.isSecurityProxy(s.place()) && !KnownNetworks.isProvider(s.place()))
                .toList();
    }

    static boolean haveSameDevice(SignIn one, SignIn other) {
        return one.device().filter(device -> !device.isBlank()).filter(device -> other.device()
                .filter(device::equals).isPresent()).isPresent();
    }
}
