package org.mimawari.connector.microsoft365.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.KiotaClientFactory;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sends one request through the request adapter of the Graph SDK's core and gives back what came, whatever it is. Its
 * retries and redirects are off: they would hide what was refused, and follow links to anywhere.
 */
final class Transport implements AutoCloseable {

    /** Longer answers are cut off one byte behind this length. */
    static final int LONGEST_BODY = 32 << 20;
    private static final int MOST_IDLE = 64;
    private static final String AGENT = "mimawari";

    private final OkHttpClient http;
    private final BaseGraphRequestAdapter adapter;

    Transport(Duration patience) {
        http = KiotaClientFactory.create(new Interceptor[0]).followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false).socketFactory(new PromptSockets())
                .connectionPool(new ConnectionPool(MOST_IDLE, 5, TimeUnit.MINUTES)).connectTimeout(patience).readTimeout(patience)
                .callTimeout(patience.multipliedBy(4)).build();
        adapter = new BaseGraphRequestAdapter((request, context) -> { }, "", http);
    }

    /**
     * Sends a request.
     *
     * @param body what to post; empty for a GET
     * @throws IOException where the connection broke or the answer was cut off
     */
    Answer send(URI address, String token, Optional<Posting> body) throws IOException {
        RequestInformation request = new RequestInformation();
        request.httpMethod = body.isPresent() ? HttpMethod.POST : HttpMethod.GET;
        request.setUri(address);
        request.headers.add("Authorization", "Bearer " + token);
        request.headers.add("Accept", "application/json");
        request.headers.add("User-Agent", AGENT);
        body.flatMap(Posting::anchor).or(() -> anchor(address)).ifPresent(mailbox ->
                request.headers.add("X-AnchorMailbox", mailbox));
        body.ifPresent(posting -> request.setStreamContent(
                new ByteArrayInputStream(posting.json().getBytes(StandardCharsets.UTF_8)), "application/json"));
        NativeResponseHandler handler = new NativeResponseHandler();
        request.setResponseHandler(handler);
        try {
            adapter.sendPrimitive(request, new HashMap<>(), InputStream.class);
        } catch (RuntimeException e) {
            // The adapter wraps what the connection threw.
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
        try (Response response = (Response) handler.getValue()) {
            return answer(response);
        }
    }

    /** Where Exchange is asked about a whole tenant, its system mailbox says on which server. */
    private static Optional<String> anchor(URI address) {
        String[] path = address.getPath().split("/");
        boolean command = path.length > 3 && path[1].equals("adminapi");
        return command ? Optional.of("UPN:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" + path[3]) : Optional.empty();
    }

    private static Answer answer(Response response) throws IOException {
        ResponseBody body = response.body();
        byte[] bytes = body == null ? new byte[0] : body.byteStream().readNBytes(LONGEST_BODY + 1);
        return new Answer(response.code(), response.header("Content-Type", ""),
                Optional.ofNullable(response.header("Retry-After")), requestId(response),
                Optional.ofNullable(response.header("Date")), bytes);
    }

    private static String requestId(Response response) {
        String own = response.header("request-id", "");
        return own.isEmpty() ? response.header("client-request-id", "") : own;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
