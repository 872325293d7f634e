package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphLogin;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.GraphRequest;

/** What the service is known to do wrong, on the second page of the sign-ins of one day. */
class GraphFaultsTest {

    private static final Predicate<GraphRequest> PAGE_TWO = request ->
            request.list().equals("auditLogs/signIns") && request.isLaterPage();
    private static final int SIGN_INS = 1_500;

    private static Evidences collect(GraphFault fault) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, SIGN_INS), GraphAccess.full()).with(fault)) {
            return tenants(graph).collect();
        }
    }

    private static Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).with("kinds", "users", "domains", "rules", "sign-ins").with("since", "3d");
    }

    private static Coverage signIns(Evidences evidence) {
        return evidence.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN);
    }

    private static void whole(Evidences evidence) {
        assertThat(evidence.of(SignIn.class)).hasSize(SIGN_INS);
        assertThat(signIns(evidence).state()).isEqualTo(State.COLLECTED);
    }

    private static void partial(Evidences evidence, String... words) {
        assertThat(evidence.of(SignIn.class)).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(signIns(evidence).state()).isEqualTo(State.PARTIAL);
        assertThat(signIns(evidence).reason().orElseThrow()).contains(words);
        assertThat(evidence.of(MailboxRule.class)).hasSize(1);
    }

    private static UnaryOperator<GraphReply> text(UnaryOperator<String> change) {
        return usual -> GraphReply.json(usual.status(), change.apply(new String(usual.body(), StandardCharsets.UTF_8)));
    }

    @Test
    void aServiceThatIsNotThereIsUnreachableAndNoRefusedLogin() {
        FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 1), GraphAccess.full());
        Tenants tenants = tenants(graph);
        graph.close();

        assertThatThrownBy(tenants::collect).isInstanceOfSatisfying(ConnectorException.class, e ->
                assertThat(e.problem()).isEqualTo(ConnectorException.Problem.UNREACHABLE))
                .message().matches("unreachable: connection refused by 127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void waitsAsLongAsAThrottledServiceAsksAndGoesOn() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, SIGN_INS), GraphAccess.full())
                .with(GraphFault.times(3, PAGE_TWO, GraphReply.throttled("300")))) {
            Tenants tenants = tenants(graph);

            Evidences evidence = tenants.collect();

            whole(evidence);
            assertThat(evidence.waits()).containsOnly("reports 300").isNotEmpty();
            assertThat(tenants.time().waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(900));
        }
    }

    @Test
    void understandsADateInRetryAfter() throws ConnectorException {
        GraphReply until = GraphReply.throttled("Wed, 25 Nov 2099 00:10:00 GMT");

        Evidences evidence = collect(GraphFault.times(1, PAGE_TWO, until));

        partial(evidence, "throttled", "429", "TooManyRequests");
    }

    @Test
    void keepsWhatItHasWhereTheServiceWantsMoreTimeThanTheRoundHas() throws ConnectorException {
        partial(collect(GraphFault.always(PAGE_TWO, GraphReply.throttled("90000"))), "throttled: ", "90000 s", "429",
                "TooManyRequests", "request 00000000-0000-4000-8000-000000000001");
    }

    @Test
    void repeatsWhatTheServiceFailedAtAndKeepsTheCodeWhereItFailsOn() throws ConnectorException {
        whole(collect(GraphFault.times(2, PAGE_TWO, GraphReply.error(500, "InternalServerError", "oops"))));
        whole(collect(GraphFault.times(2, PAGE_TWO, GraphReply.error(503, "ServiceUnavailable", "later"))));

        partial(collect(GraphFault.always(PAGE_TWO, GraphReply.error(502, "BadGateway", "oops"))), "service-error", "502",
                "BadGateway");
        whole(collect(GraphFault.times(2, PAGE_TWO, new GraphReply(502,
                Map.of("Content-Type", "text/html"), "<html>".getBytes(
                StandardCharsets.UTF_8), -1, Duration.ZERO))));
    }

    @Test
    void asksForAFreshTokenOnceAndNoMore() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, SIGN_INS), GraphAccess.full())) {
            graph.with(GraphFault.changing(1, PAGE_TWO, usual -> {
                graph.login().forget();
                return GraphReply.error(401, "InvalidAuthenticationToken", "expired");
            }));
            whole(tenants(graph).collect());
            assertThat(graph.login().issued()).isEqualTo(2);
        }
        partial(collect(GraphFault.always(PAGE_TWO, GraphReply.error(401, "InvalidAuthenticationToken", "no"))),
                "auth-failed", "401", "InvalidAuthenticationToken");
    }

    @Test
    void beginsAListAnewWhosePlaceExpired() throws ConnectorException {
        GraphReply expired = GraphReply.error(400, "Directory_ExpiredPageToken", "The specified page token value has expired.");

        whole(collect(GraphFault.times(1, PAGE_TWO, expired)));
        partial(collect(GraphFault.always(PAGE_TWO, expired)), "page-expired", "Directory_ExpiredPageToken");
    }

    @Test
    void doesNotTakeAWebPageForAnAnswer() throws ConnectorException {
        partial(collect(GraphFault.always(PAGE_TWO, GraphReply.page())), "service-error", "web page", "200");
    }

    @Test
    void neverFollowsALinkToAnotherHostNorSendsATokenThere() throws ConnectorException {
        try (FakeGraph other = FakeGraph.of(SmallTenant.of(1, 1), GraphAccess.full())) {
            Evidences evidence = collect(GraphFault.changing(1, request -> request.list().equals("auditLogs/signIns")
                    && !request.isLaterPage() && request.query().get("$filter").contains("ge 2026-11-24"), text(body ->
                    body.replaceFirst("nextLink\":\"http://127.0.0.1:[0-9]+", "nextLink\":\"" + other.address()))));

            partial(evidence, "foreign-link", "leads elsewhere");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void noticesPagesThatNameThemselvesAndLinksThatChangeWhileThePagesDoNot() throws ConnectorException {
        partial(collect((request, usual) -> PAGE_TWO.test(request) ? Optional.of(text(body -> body.replace("\"value\"",
                "\"@odata.nextLink\":\"http://127.0.0.1" + port(body) + "/v1.0/auditLogs/signIns?$skiptoken=1000\",\"value\""))
                .apply(usual)) : Optional.empty()), "paging-loop");
        partial(collect((request, usual) -> PAGE_TWO.test(request) ? Optional.of(text(body -> body.replace("\"value\"",
                "\"@odata.nextLink\":\"http://127.0.0.1" + port(body) + "/v1.0/auditLogs/signIns?$skiptoken=1000&again="
                        + request.number() + "\",\"value\"")).apply(usual)) : Optional.empty()), "paging-loop");
    }

    private static String port(String body) {
        int at = body.indexOf("127.0.0.1") + 9;
        return body.substring(at, body.indexOf('/', at));
    }

    @Test
    void goesOnBehindEmptyPages() throws ConnectorException {
        whole(collect((request, usual) -> request.list().equals("auditLogs/signIns") && !request.query().containsKey("$skiptoken")
                ? Optional.of(text(GraphFaultsTest::emptied).apply(usual)) : Optional.empty()));
    }

    /** An empty page whose next one is the first. */
    private static String emptied(String body) {
        String root = body.substring(body.indexOf("http://"), body.indexOf("/v1.0/"));
        return "{\"value\":[],\"@odata.nextLink\":\"" + root + "/v1.0/auditLogs/signIns?$top=1000&$skiptoken=0\"}";
    }

    @Test
    void survivesCutAndDroppedAnswers() throws ConnectorException {
        whole(collect(GraphFault.changing(2, PAGE_TWO, usual -> usual.cut(2_000))));
        partial(collect(GraphFault.changing(99, PAGE_TWO, usual -> usual.cut(2_000))), "service-error", "broke off");
    }

    @Test
    void losesOneRecordInAHundredAndNamesIt() throws ConnectorException {
        Evidences evidence = collect(GraphFault.changing(99, PAGE_TWO, text(body ->
                body.replaceFirst("\"createdDateTime\":\"[^\"]+\"", "\"createdDateTime\":\"not a date\""))));

        assertThat(evidence.of(SignIn.class)).hasSize(SIGN_INS - 1);
        assertThat(evidence.rejected()).singleElement().asString().contains("no readable time");
    }

    @Test
    void keepsTheWholeRecordsOfAPageThatIsNoWholeJson() throws ConnectorException {
        Evidences evidence = collect(GraphFault.changing(99, PAGE_TWO, text(body -> body.substring(0, body.length() - 700))));

        partial(evidence, "bad-data");
        assertThat(evidence.of(SignIn.class)).hasSizeGreaterThan(1_400);
    }

    @Test
    void doesNotReadForEverWhereEveryPageIsNewAndNamesANextOne() throws ConnectorException {
        Evidences evidence = collect((request, usual) -> PAGE_TWO.test(request) ? Optional.of(text(body ->
                "{\"value\":[],\"@odata.nextLink\":\"http://127.0.0.1" + port(body)
                + "/v1.0/auditLogs/signIns?$skiptoken=1000&n="
                        + request.number() + "\"}").apply(usual)) : Optional.empty());

        partial(evidence, "paging-loop", "does not come to an end");
    }

    @Test
    void halvesASliceThatIsRefusedAsTooMuchAgainAndAgain() throws ConnectorException {
        whole(collect((request, usual) -> request.list().equals("auditLogs/signIns") && isLong(request)
                ? Optional.of(GraphReply.throttled("1")) : Optional.empty()));
    }

    @Test
    void halvesASliceThatTakesTheServiceTooLong() throws ConnectorException {
        Evidences evidence = collect((request, usual) -> request.list().equals("auditLogs/signIns") && isLong(request)
                ? Optional.of(GraphReply.error(504, "GatewayTimeout", "too much")) : Optional.empty());

        whole(evidence);
    }

    /** More than seven hours are asked for at once. */
    private static boolean isLong(GraphRequest request) {
        String[] words = request.query().get("$filter").split(" ");
        return Duration.between(Instant.parse(words[2]), Instant.parse(words[6])).toHours() > 7;
    }

    @Test
    void neverSaysTheSecretOrATokenInWhatItHandsOver() throws ConnectorException {
        Evidences evidence = collect(GraphFault.always(PAGE_TWO, GraphReply.error(500, "x", "Bearer token-1 and eyJ0eXAi refused")));

        assertThat(evidence.coverage().toString()).contains("refused")
                .doesNotContain(GraphLogin.SECRET, "token-1", "eyJ0eXAi");
    }

    @Test
    void namesAWrongSecretLoudlyAndDoesNotTryItAgain() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 1), GraphAccess.full())) {
            Tenants tenants = tenants(graph).with("secret", "wrong-and-never-shown");

            assertThatThrownBy(tenants::collect).isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("AADSTS7000215").hasMessageContaining("client secret is wrong")
                    .hasMessageNotContaining("never-shown");
            assertThat(graph.requests()).isEmpty();
        }
    }
}
