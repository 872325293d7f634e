package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import java.net.MalformedURLException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import org.mimawari.connector.microsoft365.graph.SignInWay.Certificate;
import org.mimawari.connector.microsoft365.graph.SignInWay.DeviceCode;
import org.mimawari.connector.microsoft365.graph.SignInWay.Secret;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Tokens from the cloud's login, by Microsoft's own library. Every request asks here; a token is renewed five minutes
 * before its end, and once when it was refused. The library's cache keeps it in memory only.
 */
public final class LoginTokens implements Tokens {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private final Endpoint endpoint;
    private final String tenant;
    private final String client;
    private final SignInWay way;
    private Optional<AbstractClientApplicationBase> application = Optional.empty();
    private Optional<IAuthenticationResult> last = Optional.empty();
    private Optional<ServiceException> refusal = Optional.empty();

    public LoginTokens(Endpoint endpoint, String tenant, String client, SignInWay way) {
        this.endpoint = endpoint;
        this.tenant = tenant;
        this.client = client;
        this.way = way;
    }

    /** Once refused is refused for this round: a wrong secret that is tried again and again locks accounts. */
    @Override
    public synchronized String token(boolean fresh) throws ServiceException, InterruptedException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        boolean good = last.filter(known -> !fresh && isGood(known)).isPresent();
        if (!good) {
            last = Optional.of(acquire(fresh));
        }
        return last.get().accessToken();
    }

    private static boolean isGood(IAuthenticationResult known) {
        Date end = known.expiresOnDate();
        return end.toInstant().isAfter(Instant.now().plus(EARLY));
    }

    private IAuthenticationResult acquire(boolean fresh) throws ServiceException, InterruptedException {
        try {
            return started(fresh).get();
        } catch (ExecutionException e) {
            ServiceException why = failure(e.getCause());
            refusal = why.reason() == Reason.AUTH_FAILED ? Optional.of(why) : refusal;
            throw why;
        } catch (GeneralSecurityException | IOException e) {
            refusal = Optional.of(new ServiceException(Reason.AUTH_FAILED, "the certificate cannot be used: " + e.getMessage()));
            throw refusal.get();
        }
    }

    private CompletableFuture<IAuthenticationResult> started(boolean fresh) throws GeneralSecurityException, IOException {
        Set<String> scopes = Set.of("https://" + endpoint.resource() + "/.default");
        if (application.isEmpty()) {
            application = Optional.of(application());
        }
        AbstractClientApplicationBase known = application.get();
        if (known instanceof ConfidentialClientApplication confidential) {
            return confidential.acquireToken(ClientCredentialParameters.builder(scopes).skipCache(fresh).build());
        }
        if (last.isPresent()) {
            return known.acquireTokenSilently(SilentParameters.builder(scopes, last.get().account()).forceRefresh(fresh)
                    .build());
        }
        DeviceCode device = (DeviceCode) way;
        return ((PublicClientApplication) known).acquireToken(DeviceCodeFlowParameters.builder(scopes,
                code -> device.prompt().accept(code.message())).build());
    }

    private AbstractClientApplicationBase application() throws GeneralSecurityException, IOException {
        LoginHttp http = new LoginHttp(endpoint);
        if (way instanceof DeviceCode) {
            return PublicClientApplication.builder(client).authority(authority()).instanceDiscovery(false).httpClient(http)
                    .build();
        }
        return ConfidentialClientApplication.builder(client, credential()).authority(authority())
                .instanceDiscovery(false).httpClient(http).build();
    }

    private IClientCredential credential() throws GeneralSecurityException, IOException {
        if (way instanceof Secret secret) {
            return ClientCredentialFactory.createFromSecret(secret.secret());
        }
        Certificate certificate = (Certificate) way;
        CertificateFile file = CertificateFile.read(certificate.file(), certificate.password());
        return ClientCredentialFactory.createFromCertificate(file.key(), file.certificate());
    }

    private String authority() throws MalformedURLException {
        return "https://" + endpoint.cloud().login() + "/" + tenant + "/";
    }

    /** The vendor's AADSTS code says what is wrong; its message may name the clock, never the secret. */
    private ServiceException failure(Throwable cause) {
        Optional<ServiceException> unreachable = ServiceException.unreachable(cause, endpoint.login());
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        if (isBusy(cause)) {
            return new ServiceException(Reason.SERVICE_ERROR, "the login of the cloud is not there at the moment: "
                    + cause.getClass().getSimpleName());
        }
        if (cause instanceof MsalException refused) {
            String said = Optional.ofNullable(refused.getMessage()).orElse("");
            String code = code(said).orElse(Optional.ofNullable(refused.errorCode()).orElse(""));
            return new ServiceException(Reason.AUTH_FAILED, 401, code, "", LoginAdvice.of(code, said));
        }
        return new ServiceException(Reason.AUTH_FAILED, "the login failed: " + cause.getClass().getSimpleName());
    }

    /** The login did not refuse; it could not be asked, or could not answer. */
    private static boolean isBusy(Throwable cause) {
        return cause instanceof MsalThrottlingException || cause instanceof IOException
                || cause.getCause() instanceof IOException;
    }

    private static Optional<String> code(String said) {
        int at = said.indexOf("AADSTS");
        int end = at + 6;
        while (at >= 0 && end < said.length() && Character.isDigit(said.charAt(end))) {
            end++;
        }
        return at < 0 ? Optional.empty() : Optional.of(said.substring(at, end));
    }
}
