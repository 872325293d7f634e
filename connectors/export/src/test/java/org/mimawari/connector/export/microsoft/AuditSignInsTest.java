package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.microsoft.AuditStory.record;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Failure;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.SignInTrait;

class AuditSignInsTest {

    @Test
    void readsWhatASignInTells() {
        SignIn signIn = login().with("ApplicationId", "4765445b").with("ClientIP", "[2001:db8::1]:443")
                .pairs("DeviceProperties", "OS", "Windows", "Id", "dev-1", "SessionId", "s-1",
                        "IsCompliantAndManaged", "True").showsOne(SignIn.class);

        assertThat(signIn.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(signIn.ip().orElseThrow()).hasToString("2001:db8::1");
        assertThat(signIn.client()).contains("Mozilla/5.0");
        assertThat(signIn.appId()).contains("4765445b");
        assertThat(signIn.device()).contains("dev-1");
        assertThat(signIn.session()).contains("s-1");
        assertThat(signIn.protocol()).isEqualTo(Protocol.WEB);
        assertThat(signIn.traits()).containsExactly(SignInTrait.MANAGED_DEVICE);
    }

    @Test
    void aWrongPasswordIsOne() {
        SignIn signIn = failed("50126", "InvalidUserNameOrPassword");

        assertThat(signIn.failure()).contains(Failure.WRONG_PASSWORD);
        assertThat(signIn.errorCode()).contains("50126");
        assertThat(signIn.passwordRight()).isFalse();
    }

    @Test
    void aConsentPageIsNoWrongPassword() {
        assertThat(failed("65001", "DelegationDoesNotExist").failure()).contains(Failure.PROMPT);
        assertThat(failed("50140", "KmsiInterrupt").failure()).contains(Failure.PROMPT);
        assertThat(failed("50079", "UserStrongAuthEnrollmentRequired").failure()).contains(Failure.PROMPT);
    }

    @Test
    void aSecondFactorAskedForMeansThePasswordWasRight() {
        SignIn asked = failed("50074", "UserStrongAuthClientAuthNRequired");
        SignIn denied = failed("500121", "AuthenticationFailedSasError");

        assertThat(asked.outcome()).isEqualTo(Outcome.CHALLENGED);
        assertThat(asked.failure()).contains(Failure.MFA);
        assertThat(asked.passwordRight()).isTrue();
        assertThat(denied.traits()).contains(SignInTrait.SECOND_FACTOR_DENIED);
    }

    @Test
    void aPolicyBlocks() {
        SignIn signIn = failed("53003", "BlockedByConditionalAccess");

        assertThat(signIn.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(signIn.passwordRight()).isTrue();
    }

    @Test
    void theNameOfTheErrorStandsInForItsNumber() {
        assertThat(failed("", "IdsLocked").failure()).contains(Failure.LOCKED);
        assertThat(failed("", "SomethingNew").failure()).contains(Failure.OTHER);
        assertThat(failed("", "").outcome()).isEqualTo(Outcome.FAILURE);
    }

    @Test
    void requestsShowTheFlow() {
        assertThat(request("Cmsi:Cmsi").traits()).contains(SignInTrait.DEVICE_CODE);
        assertThat(request("OAuth2:Authorize").traits()).contains(SignInTrait.OAUTH_AUTHORIZE);
        assertThat(request("OAuth2:Token").traits()).contains(SignInTrait.OAUTH_TOKEN);
        assertThat(request("SAS:ProcessAuth").traits()).contains(SignInTrait.SECOND_FACTOR_PASSED);
    }

    @Test
    void passwordsSentByTheMailServiceAreLegacy() {
        SignIn signIn = record("UserLoggedIn").pairs("ExtendedProperties", "UserAgent", "BAV2ROPC")
                .showsOne(SignIn.class);

        assertThat(signIn.protocol()).isEqualTo(Protocol.LEGACY);
        assertThat(signIn.traits()).containsExactlyInAnyOrder(SignInTrait.ROPC, SignInTrait.SINGLE_FACTOR);
    }

    @Test
    void findsTheUserAmongTheActorsWhereTheRecordHidesIt() {
        SignIn signIn = record("UserLoginFailed").with("UserId", "Not Available").with("ErrorNumber", "50126")
                .json("Actor", "[{\"ID\":\"0000-11\",\"Type\":0},{\"ID\":\"Info@Shop.Example\",\"Type\":5}]")
                .showsOne(SignIn.class);

        assertThat(signIn.mailbox().orElseThrow()).hasToString("info@shop.example");
    }

    private static AuditStory login() {
        return record("UserLoggedIn").with("ErrorNumber", "0")
                .pairs("ExtendedProperties", "UserAgent", "Mozilla/5.0", "RequestType", "Login:login");
    }

    private static SignIn request(String type) {
        return record("UserLoggedIn").pairs("ExtendedProperties", "RequestType", type).showsOne(SignIn.class);
    }

    private static SignIn failed(String number, String error) {
        return record("UserLoginFailed").with("ErrorNumber", number).with("LogonError", error).showsOne(SignIn.class);
    }
}
