package org.mimawari.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.TenantIndicator;

/** The walls of the house, as a test. */
@AnalyzeClasses(packages = "org.mimawari", importOptions = {ImportOption.DoNotIncludeTests.class,
    HouseRulesTest.NoTestJars.class})
class HouseRulesTest {

    /** Some modules lend their test stories to others, in jars of their own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule EVIDENCE_NEEDS_THE_JDK_ONLY = classes().that().resideInAPackage("org.mimawari.evidence..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "org.mimawari.evidence..");

    @ArchTest
    static final ArchRule INDICATORS_TOUCH_NOTHING_OUTSIDE = noClasses().that()
            .resideInAnyPackage("org.mimawari.indicator..").and().resideOutsideOfPackages("org.mimawari.indicator.words",
                    "org.mimawari.indicator.catalogue")
            .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "org.slf4j..");

    @ArchTest
    static final ArchRule INDICATORS_KNOW_NO_CLOCK = noClasses().that().resideInAnyPackage("org.mimawari.indicator..",
            "org.mimawari.incident..", "org.mimawari.evidence..", "org.mimawari.report..")
            .should().dependOnClassesThat().areAssignableTo(Clock.class).orShould().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule INDICATORS_ARE_FINAL = classes().that().implement(Indicator.class).or()
            .implement(TenantIndicator.class).should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule NO_NAME_SAYS_NOTHING = noClasses().that().areTopLevelClasses().should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Processor|Impl)");

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses().should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..", "..helper..", "..helpers..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("org.mimawari.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MAIL_LIBRARIES_STAY_WITH_THEIR_CONNECTOR = noClasses().that(are(resideOutsideOfPackages(
            "org.mimawari.connector.imap..", "org.mimawari.simulator..", "org.mimawari.announce.mail..")))
            .should().dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."));

    @ArchTest
    static final ArchRule ONLY_THE_COMMANDS_PRINT = noClasses().that().resideOutsideOfPackage("org.mimawari.cli..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    /** What a wrapper does not pass on nobody misses: so it extends the sink that passes on everything. */
    @ArchTest
    static final ArchRule A_SINK_AROUND_A_SINK_PASSES_ON_EVERYTHING = classes().that()
            .areAssignableTo(EvidenceSink.class).and(describe("hold a sink", each -> each.getFields().stream()
                    .anyMatch(field -> field.getRawType().isAssignableTo(EvidenceSink.class))))
            .should().beAssignableTo(ForwardingSink.class);

    @ArchTest
    static final ArchRule WHAT_A_WRAPPER_OVERRIDES_IT_STILL_PASSES_ON = methods().that().areDeclaredInClassesThat(
            are(assignableTo(ForwardingSink.class))
                    .and(describe("wrap", each -> !each.isEquivalentTo(ForwardingSink.class))))
            .and(describe("are of a sink", HouseRulesTest::isOfSink))
            .should(new ArchCondition<>("call the same method of the sink behind") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean passesOn = method.getMethodCallsFromSelf().stream().map(JavaMethodCall::getTarget)
                            .anyMatch(call -> call.getOwner().isAssignableTo(EvidenceSink.class)
                                    && call.getName().equals(method.getName()));
                    events.add(new SimpleConditionEvent(method, passesOn, method.getFullName()));
                }
            });

    private static boolean isOfSink(JavaMethod method) {
        return Arrays.stream(EvidenceSink.class.getMethods()).map(Method::getName).anyMatch(method.getName()::equals)
                && !method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    /** But for the translation of records, which are the same whether they come over the network or in a file. */
    @ArchTest
    static final ArchRule NO_CONNECTOR_SEES_ANOTHER = slices().matching("org.mimawari.connector.(*)..")
            .namingSlices("connector $1").should().notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("org.mimawari.connector.microsoft365.."),
                    resideInAnyPackage("org.mimawari.connector.export.entra", "org.mimawari.connector.export.exchange",
                            "org.mimawari.connector.export.microsoft", "org.mimawari.connector.export.tree"))
            .ignoreDependency(resideInAnyPackage("org.mimawari.connector.google.."),
                    resideInAnyPackage("org.mimawari.connector.export.google", "org.mimawari.connector.export.tree"));
}
