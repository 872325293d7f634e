package org.mimawari.connector.imap.protocol;

import java.util.ArrayList;
import java.util.List;

/** Rights of one identifier on a folder (RFC 4314); {@code rights} are its letters. */
public record AccessRight(String identifier, String rights) {

    private static final int MOST = 1_000;

    static List<AccessRight> of(Response response) {
        List<AccessRight> rights = new ArrayList<>();
        if (response.is("ACL")) {
            Cursor cursor = new Cursor(response, "* ACL ".length());
            cursor.spaces();
            cursor.string();
            cursor.spaces();
            while (!cursor.atEnd() && rights.size() < MOST) {
                String identifier = cursor.string().orElse("");
                cursor.spaces();
                rights.add(new AccessRight(identifier, cursor.string().orElse("")));
                cursor.spaces();
                if (cursor.take(')') || cursor.take('(')) {
                    break;
                }
            }
        }
        return rights;
    }
}
