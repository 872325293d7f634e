package org.mimawari.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.Origin;

class ForwardingSinkTest {

    private static final EvidenceRef LINE = EvidenceRef.line("rules.csv", 2);

    private static final ForwardingSetting FORWARDING = new ForwardingSetting(
            new Origin(Optional.empty(), Optional.empty(), LINE), "away@attacker.example", "ForwardTo",
            Optional.empty(), true, true, Change.values()[0], Actor.UNKNOWN);

    private static List<Method> methods() {
        return Arrays.stream(EvidenceSink.class.getMethods()).filter(each -> !each.isSynthetic()).toList();
    }

    /** A value of each type that methods of a sink take. */
    private static Object value(Class<?> type) {
        return List.<Object>of(7L, "mail.log", Optional.empty(), Instant.EPOCH, LINE,
                Duration.ofSeconds(3), new Cost("microsoft-365", 40, 200, 5, Duration.ofSeconds(20)),
                new Coverage("rules.csv", "rules", EvidenceKind.MAILBOX_RULE, Optional.empty(),
                        Coverage.State.COLLECTED, Optional.empty(), Optional.empty(), Optional.empty(), 0),
                        FORWARDING).stream()
                .filter(each -> type.isInstance(each) || type == long.class && each instanceof Long).findFirst()
                .orElseThrow();
    }

    @Test
    void everyMethodReachesTheSinkBehind() throws ReflectiveOperationException {
        List<String> reached = new ArrayList<>();
        EvidenceSink behind = (EvidenceSink) Proxy.newProxyInstance(EvidenceSink.class.getClassLoader(),
                new Class<?>[] {EvidenceSink.class}, (proxy, method, arguments) -> {
                    reached.add(method.getName() + Arrays.toString(arguments));
                    return method.getReturnType() == boolean.class ? true : null;
                });
        EvidenceSink wrapper = new ForwardingSink() {
            @Override
            protected EvidenceSink behind() {
                return behind;
            }
        };
        List<String> called = new ArrayList<>();
        for (Method method : methods()) {
            Object[] arguments = Arrays.stream(method.getParameterTypes()).map(ForwardingSinkTest::value).toArray();
            called.add(method.getName() + Arrays.toString(arguments));
            method.invoke(wrapper, arguments);
        }
        assertThat(reached).isEqualTo(called).hasSizeGreaterThan(10);
    }
}
