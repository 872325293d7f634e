package org.mimawari.evidence;

/** What else a sign-in record says. */
public enum SignInTrait {
    NON_INTERACTIVE,
    SINGLE_FACTOR,
    SECOND_FACTOR_PASSED,
    SECOND_FACTOR_DENIED,
    /** It failed, but not for the password: a second factor, a policy or an enrolment stopped it. */
    PASSWORD_RIGHT,
    /** OAuth resource owner password credentials (RFC 6749 section 4.3). */
    ROPC,
    /** OAuth device authorisation (RFC 8628). */
    DEVICE_CODE,
    OAUTH_AUTHORIZE,
    OAUTH_TOKEN,
    /** The way of signing in is none of those that the provider documents. */
    UNDOCUMENTED_WAY,
    /** What was asked for is a service through which mail is read: Microsoft Graph or Exchange Online. */
    OPENS_MAIL,
    /** The provider itself judged the sign-in risky. */
    PROVIDER_RISK,
    /** The provider says the account is taken over or its password leaked. */
    PROVIDER_HIJACKED,
    MANAGED_DEVICE,
    /** A sign-in of an administrator in the user's name (master user, impersonation). */
    IN_ANOTHER_NAME
}
