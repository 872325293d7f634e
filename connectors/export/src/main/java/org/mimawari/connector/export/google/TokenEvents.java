package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/** Consents given to applications, and what they do with them (Reports API, token activity events). */
final class TokenEvents {

    private TokenEvents() {}

    static void authorized(Scene scene) {
        app(scene, Change.ADDED);
        ActivityActor who = scene.activity().actor();
        scene.accept(new SignIn(scene.origin(owner(scene)), SignIn.Outcome.SUCCESS, Optional.empty(), who.ip(),
                who.place(), SignIn.Protocol.OAUTH, who.client(), name(scene), Optional.of(appId(scene)),
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(SignInTrait.OAUTH_AUTHORIZE), 1));
    }

    static void revoked(Scene scene) {
        app(scene, Change.REMOVED);
    }

    /** A call of an application; only those to Gmail are reading of mail. */
    static void used(Scene scene) {
        EventParameters parameters = scene.parameters();
        String api = parameters.word("api_name") + " " + parameters.word("method_name") + " "
                + parameters.word("product_bucket");
        if (!api.contains("gmail")) {
            return;
        }
        ActivityActor who = scene.activity().actor();
        Actor actor = new Actor(who.name(), Actor.Role.OWNER, who.ip(), who.place(), name(scene),
                Optional.of(appId(scene)), Optional.empty());
        scene.accept(new MailAccess(scene.origin(owner(scene)), MailAccess.Type.API, 1,
                Math.max(0, parameters.number("num_response_bytes")), false, Optional.empty(), actor));
    }

    private static void app(Scene scene, Change change) {
        Optional<MailboxAddress> owner = owner(scene);
        scene.accept(new ConnectedApp(scene.origin(owner), appId(scene), name(scene), scopes(scene), false,
                Optional.empty(), change, scene.actor(owner)));
    }

    private static List<String> scopes(Scene scene) {
        List<String> scopes = new ArrayList<>();
        scene.parameters().all("scope").forEach(text -> scopes.addAll(Scopes.split(text)));
        if (scopes.isEmpty()) {
            scene.parameters().all("scope_data").forEach(text -> named(JsonTree.inner(text)).ifPresent(scopes::add));
        }
        return scopes.stream().distinct().toList();
    }

    private static Optional<String> named(JsonNode data) {
        return JsonTree.text(data, "scope_name", "scope");
    }

    private static String appId(Scene scene) {
        return scene.parameters().find("client_id", "app_name").or(() -> scene.activity().actor().appId())
                .orElse("unknown");
    }

    private static Optional<String> name(Scene scene) {
        return scene.parameters().find("app_name");
    }

    private static Optional<MailboxAddress> owner(Scene scene) {
        return scene.actor().or(scene::affected);
    }
}
