package org.mimawari.store;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;

/** The fields of the records that evidence is made of. */
final class PartShapes {

    private PartShapes() {}

    static void writePlace(String name, Place place, FieldSink out) {
        if (out.begin(name, place.isUnknown())) {
            out.optional("country", place.country());
            out.optionalNumeral("network", place.network().map(String::valueOf));
            out.optionalNumeral("latitude", place.position().map(position -> Double.toString(position.latitude())));
            out.optionalNumeral("longitude", place.position().map(position -> Double.toString(position.longitude())));
            out.end();
        }
    }

    static Place readPlace(FieldSource in) {
        return in.object(Place.UNKNOWN, inner -> {
            Optional<String> country = inner.optional();
            Optional<Long> network = inner.optional().map(Long::valueOf);
            Optional<Double> latitude = inner.optional().map(Double::valueOf);
            Optional<Double> longitude = inner.optional().map(Double::valueOf);
            return Place.of(country, network, latitude.map(north -> new Position(north, longitude.orElseThrow())));
        });
    }

    static void writeActor(String name, Actor actor, FieldSink out) {
        if (out.begin(name, actor.isUnknown())) {
            out.optional("user", actor.user());
            out.word("role", actor.role());
            out.optional("ip", actor.ip().map(IpAddress::text));
            writePlace("place", actor.place(), out);
            out.optional("client", actor.client());
            out.optional("appId", actor.appId());
            out.optional("session", actor.session());
            out.end();
        }
    }

    static Actor readActor(FieldSource in) {
        return in.object(Actor.UNKNOWN, inner -> new Actor(inner.optional(), inner.word(Actor.Role.class),
                inner.address(), readPlace(inner), inner.optional(), inner.optional(),
                inner.optional()));
    }

    static void writeOriginalMessage(String name, OriginalMessage original, FieldSink out) {
        if (out.begin(name, false)) {
            out.optional("messageId", original.messageId());
            out.optional("subject", original.subject());
            out.optional("from", original.from());
            out.time("date", original.date());
            out.texts("received", original.received());
            out.texts("signedBy", original.signedBy());
            out.optional("client", original.client());
            out.end();
        }
    }

    static OriginalMessage readOriginalMessage(FieldSource in) {
        return in.object(OriginalMessage.UNKNOWN, inner -> new OriginalMessage(inner.optional(), inner.optional(),
                inner.optional(), inner.time(), inner.texts(), inner.texts(), inner.optional()));
    }

    /** A body stays within the scan: a sink for the outside leaves private fields out. */
    static void writeContent(String name, Optional<MessageContent> content, FieldSink out) {
        if (out.begin(name, content.isEmpty())) {
            out.confidential("text", content.map(MessageContent::text).orElse(""));
            out.texts("linkHosts", content.map(MessageContent::linkHosts).orElse(List.of()));
            out.texts("attachments", content.map(MessageContent::attachments).orElse(List.of()));
            out.end();
        }
    }

    static Optional<MessageContent> readContent(FieldSource in) {
        return in.object(Optional.empty(),
                inner -> Optional.of(new MessageContent(inner.text(), inner.texts(), inner.texts())));
    }

    static void writeRuleCondition(RuleCondition condition, FieldSink out) {
        out.word("field", condition.field());
        out.flag("negated", condition.negated());
        out.texts("values", condition.values());
    }

    static RuleCondition readRuleCondition(FieldSource in) {
        return new RuleCondition(in.word(RuleCondition.Field.class), in.flag(), in.texts());
    }

    static void writeRuleAction(RuleAction action, FieldSink out) {
        out.word("type", action.type());
        out.texts("targets", action.targets());
    }

    static RuleAction readRuleAction(FieldSource in) {
        return new RuleAction(in.word(RuleAction.Type.class), in.texts());
    }

    static void writeParameter(Parameter parameter, FieldSink out) {
        out.text("name", parameter.name());
        out.text("value", parameter.value());
    }

    static Parameter readParameter(FieldSource in) {
        return new Parameter(in.text(), in.text());
    }

    static void writeFailedRecipient(FailedRecipient failed, FieldSink out) {
        out.optional("recipient", failed.recipient());
        out.optional("status", failed.status());
        out.optional("action", failed.action());
        out.optional("reply", failed.reply());
        out.optional("diagnostic", failed.diagnostic());
    }

    static FailedRecipient readFailedRecipient(FieldSource in) {
        return new FailedRecipient(in.optional(), in.optional(), in.optional(), in.optional(), in.optional());
    }

    static void writeRemovedItem(MailRemoval.RemovedItem item, FieldSink out) {
        out.optional("subject", item.subject());
        out.unique("messageId", item.messageId());
    }

    static MailRemoval.RemovedItem readRemovedItem(FieldSource in) {
        return new MailRemoval.RemovedItem(in.optional(), in.unique());
    }
}
