package org.mimawari.connector.microsoft365.graph;

/** What to do about a login that was refused. Source: "Microsoft Entra authentication and authorization error codes". */
final class LoginAdvice {

    private LoginAdvice() {}

    static String of(String code, String said) {
        return switch (code) {
            case "AADSTS7000222" -> "the client secret has expired: make a new one, or better a certificate";
            case "AADSTS7000215" -> "the client secret is wrong: give its value, not its id";
            case "AADSTS700027" -> "the certificate is not one of the application's, or has expired";
            case "AADSTS700024" -> "the clock of this machine differs from Microsoft's: set it";
            case "AADSTS700016" -> "the application is not known in this tenant: check client-id and tenant-id";
            case "AADSTS90002", "AADSTS900023" -> "the tenant is not known in this cloud: check tenant-id and cloud";
            case "AADSTS7000112" -> "the application is switched off in this tenant";
            case "AADSTS50034" -> "the account is not known in this tenant";
            default -> said.isBlank() ? "the login was refused" : "the login was refused: " + said;
        };
    }
}
