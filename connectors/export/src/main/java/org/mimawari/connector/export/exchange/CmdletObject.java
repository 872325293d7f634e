package org.mimawari.connector.export.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mimawari.connector.export.microsoft.CmdletValue;
import org.mimawari.connector.export.tree.ExportTime;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Parameter;

/**
 * An object as a cmdlet returned it and {@code Export-Csv} or {@code ConvertTo-Json} wrote it: lists as arrays, as
 * {@code {"value":[…],"Count":2}}, or as text; addresses and enumerations as text or as objects of their own.
 */
record CmdletObject(Tree fields) {

    private static final int MOST_PARAMETERS = 64;
    private static final int LONGEST = 2_000;
    /** Before the next address; addresses of kinds such as X500 hold spaces of their own. */
    private static final Pattern PROXY_ADDRESS = Pattern.compile("\\s+(?=[A-Za-z0-9]{2,8}:)");

    /** What {@code Export-Csv} leaves of a list: its type. Its contents are lost. */
    private static final List<String> LOST = List.of("System.Collections.", "System.Object[]", "System.String[]",
            "Microsoft.Exchange.Data.MultiValuedProperty", "Deserialized.");

    /** The property as the cmdlet's parameter of that name would be written; elements of a list a line each. */
    Optional<String> find(String name) {
        return written(fields.at(name)).filter(text -> !isLost(text)).filter(CmdletValue::isSet);
    }

    Optional<String> find(String... names) {
        for (String name : names) {
            Optional<String> found = find(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    boolean has(String name) {
        return fields.has(name);
    }

    boolean isTrue(String name) {
        return find(name).filter(CmdletValue::isTrue).isPresent();
    }

    boolean isFalse(String name) {
        return find(name).filter(CmdletValue::isFalse).isPresent();
    }

    List<String> list(String name) {
        return find(name).map(CmdletValue::list).orElse(List.of());
    }

    /** Addresses with their kind, such as {@code smtp:}; exports part them by commas, semicolons or spaces. */
    List<String> proxyAddresses(String name) {
        return list(name).stream().flatMap(PROXY_ADDRESS::splitAsStream).toList();
    }

    List<String> recipients(String name) {
        return find(name).map(CmdletValue::recipients).orElse(List.of());
    }

    Optional<Instant> time(String... names) {
        for (String name : names) {
            Tree value = fields.at(name);
            Optional<Instant> time = value.text().or(() -> value.find("value", "DateTime")).flatMap(ExportTime::find);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    /** True where a list that says something was exported as the name of its type only. */
    boolean hasLost(List<String> names) {
        return names.stream().anyMatch(name -> fields.find(name).filter(CmdletObject::isLost).isPresent());
    }

    /** Everything that is set, under the source's own names. */
    List<Parameter> parameters() {
        List<Parameter> found = new ArrayList<>();
        for (Tree.Field field : fields.fields()) {
            Optional<String> value = find(field.name());
            if (value.isPresent() && found.size() < MOST_PARAMETERS && !isNoise(field.name())) {
                String text = value.get();
                found.add(new Parameter(field.name(), text.length() <= LONGEST ? text : text.substring(0, LONGEST)));
            }
        }
        return found;
    }

    private static boolean isNoise(String name) {
        return name.startsWith("PS") || name.equals("RunspaceId") || name.startsWith("odata") || name.startsWith("@");
    }

    private static boolean isLost(String text) {
        return LOST.stream().anyMatch(text::startsWith);
    }

    private static Optional<String> written(Tree value) {
        if (value.isList()) {
            List<String> parts = value.items().stream().flatMap(item -> written(item).stream())
                    .map(CmdletObject::quoted).toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
        }
        if (!value.isObject()) {
            return value.text();
        }
        Tree inner = value.at("value");
        boolean wrapped = inner.isList() || value.has("value") && !inner.isObject();
        return wrapped ? written(inner) : named(value);
    }

    private static Optional<String> named(Tree value) {
        Optional<String> known = value.find("PrimarySmtpAddress", "SmtpAddress", "AddressString", "ProxyAddressString",
                "Address", "RawIdentity", "UserPrincipalName", "Name", "DisplayName", "DistinguishedName",
                "StringValue");
        return known.or(() -> {
            String all = value.fields().stream().flatMap(field -> field.value().text().stream())
                    .collect(Collectors.joining(" "));
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        });
    }

    private static String quoted(String text) {
        boolean needed = text.indexOf(';') >= 0 && text.indexOf('"') < 0;
        return needed ? '"' + text + '"' : text;
    }
}
