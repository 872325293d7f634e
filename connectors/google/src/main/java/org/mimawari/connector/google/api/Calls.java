package org.mimawari.connector.google.api;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.directory.Directory;
import com.google.api.services.gmail.Gmail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimawari.evidence.MailboxAddress;

/**
 * The addresses of everything that is ever asked; each is asked with GET. Those of Gmail and the Directory come from Google's
 * own libraries; the libraries for Reports and the Alert Center do not work with the current client.
 */
public final class Calls {

    private static final int USERS = 500;
    private static final long MESSAGES = 500;
    private static final int ACTIVITIES = 1_000;
    private static final String CUSTOMER = "my_customer";
    private static final List<String> HEADERS = List.of("Date", "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject",
            "Message-ID", "In-Reply-To", "References", "X-Mailer", "User-Agent", "X-Originating-IP");

    private final Endpoint endpoint;
    private final Gmail gmail;
    private final Directory directory;

    Calls(Endpoint endpoint, HttpTransport transport) {
        this.endpoint = endpoint;
        GsonFactory json = GsonFactory.getDefaultInstance();
        gmail = new Gmail.Builder(transport, json, request -> { }).setRootUrl(endpoint.root(Api.GMAIL))
                .setApplicationName(GoogleClient.AGENT).build();
        directory = new Directory.Builder(transport, json, request -> { }).setRootUrl(endpoint.root(Api.DIRECTORY))
                .setApplicationName(GoogleClient.AGENT).build();
    }

    /** A request that one of Google's libraries makes up. */
    @FunctionalInterface
    private interface Made {
        GenericUrl address() throws IOException;
    }

    /** Nothing is sent: the libraries only put the address together. */
    private static Call call(Scope scope, Optional<MailboxAddress> user, Made made) {
        try {
            return new Call(scope, user, made.address().build());
        } catch (IOException e) {
            throw new UncheckedIOException("an address could not be put together", e);
        }
    }

    public Call users(String page, int most) {
        return call(Scope.USERS, Optional.empty(), () -> directory.users().list().setCustomer(CUSTOMER)
                .setMaxResults(Math.min(most, USERS)).setProjection("full").setOrderBy("email").setPageToken(token(page))
                .buildHttpRequestUrl());
    }

    public Call deletedUsers(String page) {
        return call(Scope.USERS, Optional.empty(), () -> directory.users().list().setCustomer(CUSTOMER).setMaxResults(USERS)
                .setShowDeleted("true").setPageToken(token(page)).buildHttpRequestUrl());
    }

    public Call domains() {
        return call(Scope.DOMAINS, Optional.empty(), () -> directory.domains().list(CUSTOMER).buildHttpRequestUrl());
    }

    public Call tokens(MailboxAddress user) {
        return call(Scope.SECURITY, Optional.empty(), () -> directory.tokens().list(user.text()).buildHttpRequestUrl());
    }

    public Call applicationPasswords(MailboxAddress user) {
        return call(Scope.SECURITY, Optional.empty(), () -> directory.asps().list(user.text()).buildHttpRequestUrl());
    }

    /** A log of the whole organisation, newest first, without any filter, which would have a far smaller quota. */
    public Call activities(String log, Instant from, Instant to, String page, int most) {
        GenericUrl url = new GenericUrl(endpoint.root(Api.REPORTS) + "admin/reports/v1/activity/users/all/applications/" + log);
        url.put("startTime", from.toString());
        url.put("endTime", to.toString());
        url.put("maxResults", Math.min(most, ACTIVITIES));
        putPage(url, page);
        return new Call(Scope.REPORTS, Optional.empty(), url.build());
    }

    public Call alerts(Instant from, String page, int most) {
        GenericUrl url = new GenericUrl(endpoint.root(Api.ALERTS) + "v1beta1/alerts");
        url.put("filter", "createTime >= \"" + from + "\"");
        url.put("pageSize", most);
        putPage(url, page);
        return new Call(Scope.ALERTS, Optional.empty(), url.build());
    }

    private static void putPage(GenericUrl url, String page) {
        if (!page.isEmpty()) {
            url.put("pageToken", page);
        }
    }

    /** The libraries leave a parameter out where it has no value. */
    private static @Nullable String token(String page) {
        return page.isEmpty() ? null : page;
    }

    /** One list or switch of a mailbox's settings: {@code filters}, {@code sendAs}, {@code imap} … */
    public Call settings(MailboxAddress user, String list) {
        Gmail.Users.Settings settings = gmail.users().settings();
        String id = user.text();
        return call(Scope.MAIL, Optional.of(user), () -> switch (list) {
            case "filters" -> settings.filters().list(id).buildHttpRequestUrl();
            case "forwardingAddresses" -> settings.forwardingAddresses().list(id).buildHttpRequestUrl();
            case "autoForwarding" -> settings.getAutoForwarding(id).buildHttpRequestUrl();
            case "sendAs" -> settings.sendAs().list(id).buildHttpRequestUrl();
            case "delegates" -> settings.delegates().list(id).buildHttpRequestUrl();
            case "vacation" -> settings.getVacation(id).buildHttpRequestUrl();
            case "imap" -> settings.getImap(id).buildHttpRequestUrl();
            case "pop" -> settings.getPop(id).buildHttpRequestUrl();
            default -> throw new IllegalArgumentException("Gmail has no setting " + list);
        });
    }

    public Call labels(MailboxAddress user) {
        return call(Scope.MAIL, Optional.of(user), () -> gmail.users().labels().list(user.text()).buildHttpRequestUrl());
    }

    /** Where the mailbox's history stands. */
    public Call profile(Scope scope, MailboxAddress user) {
        return call(scope, Optional.of(user), () -> gmail.users().getProfile(user.text()).buildHttpRequestUrl());
    }

    /** Ids of sent messages, newest first; without a query, which {@code gmail.metadata} does not admit. */
    public Call sent(Scope scope, MailboxAddress user, String page, long most) {
        return call(scope, Optional.of(user), () -> gmail.users().messages().list(user.text()).setLabelIds(List.of("SENT"))
                .setMaxResults(Math.min(most, MESSAGES)).setPageToken(token(page)).buildHttpRequestUrl());
    }

    /** What was sent since then. */
    public Call history(Scope scope, MailboxAddress user, BigInteger since, String page) {
        return call(scope, Optional.of(user), () -> gmail.users().history().list(user.text()).setStartHistoryId(since)
                .setHistoryTypes(List.of("messageAdded")).setLabelId("SENT").setMaxResults(MESSAGES)
                .setPageToken(token(page)).buildHttpRequestUrl());
    }

    /** Headers of one message, never its text. */
    public Call message(Scope scope, MailboxAddress user, String id) {
        return call(scope, Optional.of(user), () -> gmail.users().messages().get(user.text(), id).setFormat("metadata")
                .setMetadataHeaders(HEADERS).buildHttpRequestUrl());
    }
}
