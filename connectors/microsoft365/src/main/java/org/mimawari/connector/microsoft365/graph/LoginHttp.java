package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

/**
 * Sends what the login library asks for to the login of the configured cloud and nowhere else. In tests, where the login
 * is on this machine, it goes there instead.
 */
final class LoginHttp implements IHttpClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    LoginHttp(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException, URISyntaxException {
        URI asked = request.url().toURI();
        if (!endpoint.cloud().login().equals(asked.getHost())) {
            throw new URISyntaxException(asked.toString(), "the login led elsewhere");
        }
        URI address = endpoint.isOnThisMachine() ? URI.create(endpoint.login() + asked.getRawPath()) : asked;
        var builder = java.net.http.HttpRequest.newBuilder(address).timeout(PATIENCE);
        request.headers().forEach(builder::header);
        boolean post = request.httpMethod() == HttpMethod.POST;
        builder.method(post ? "POST" : "GET", post
                ? java.net.http.HttpRequest.BodyPublishers.ofString(request.body())
                : java.net.http.HttpRequest.BodyPublishers.noBody());
        var answer = http.send(builder.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new IOException("the login answered " + answer.statusCode());
        }
        HttpResponse response = new HttpResponse().statusCode(answer.statusCode()).body(answer.body());
        response.addHeaders(Map.copyOf(answer.headers().map()));
        return response;
    }
}
