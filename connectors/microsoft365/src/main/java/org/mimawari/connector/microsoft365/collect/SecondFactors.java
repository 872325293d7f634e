package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Parameter;
import org.mimawari.live.HeldSink;

/** With what somebody may sign in, as properties of the mailbox: the methods one by one, or the tenant's summary. */
final class SecondFactors {

    private static final int MOST = 40;

    private final String source;
    private final HeldSink sink;
    private final List<Parameter> methods = new ArrayList<>();

    SecondFactors(String source, HeldSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** One method of {@code /users/{id}/authentication/methods}. */
    void method(Tree fields) {
        String type = fields.find("@odata.type").orElse("");
        String id = fields.find("id").orElse("");
        if (type.isEmpty() && id.isEmpty()) {
            sink.reject(new EvidenceRef(source, "record", Optional.empty()), "not an authentication method");
            return;
        }
        String name = type.substring(type.lastIndexOf('.') + 1);
        String since = fields.find("createdDateTime").orElse("");
        sink.admit(Fingerprint.of("graph authentication method", source, id, name, since));
        if (methods.size() < MOST) {
            methods.add(new Parameter("authenticationMethod", (name + " " + since).strip()));
        }
    }

    /** Hands over the methods of one mailbox. */
    void deliver(MailboxAddress mailbox) {
        if (!methods.isEmpty()) {
            sink.accept(profile(mailbox, new EvidenceRef(source, "record", Optional.empty()), methods));
        }
    }

    /** One row of {@code userRegistrationDetails}; users who have no mailbox here are only counted. */
    void registration(Tree fields, Map<String, MailboxAddress> mailboxes) {
        Optional<String> id = fields.find("id");
        EvidenceRef ref = new EvidenceRef(source, id.map(known -> "record:" + known).orElse("record"), id);
        if (id.isEmpty()) {
            sink.reject(ref, "the record names no user");
            return;
        }
        String registered = String.join(" ", fields.at("methodsRegistered").texts());
        String able = fields.find("isMfaRegistered").orElse("");
        boolean isNew = sink.admit(Fingerprint.of("graph registration", id.get(), registered, able));
        Optional<MailboxAddress> mailbox = Optional.ofNullable(mailboxes.get(id.get()));
        if (isNew && mailbox.isPresent()) {
            sink.accept(profile(mailbox.get(), ref, List.of(new Parameter("isMfaRegistered", able),
                    new Parameter("methodsRegistered", registered))));
        }
    }

    private static MailboxProfile profile(MailboxAddress mailbox, EvidenceRef ref, List<Parameter> switches) {
        return new MailboxProfile(new Origin(Optional.of(mailbox), Optional.empty(), ref), MailboxKind.UNKNOWN,
                Optional.empty(), List.of(), switches);
    }
}
