package org.mimawari.simulator.graph;

import java.util.List;
import java.util.Optional;

/** What a tenant holds, by the paths of Graph without version, such as {@code users/ID/mailFolders/inbox/messageRules}. */
public interface GraphTenant {

    /** The list under this path; empty where there is none, and an empty list where it holds nothing. */
    Optional<List<GraphItem>> list(String path);

    /** The object under this path. */
    Optional<String> object(String path);

    /** The records an audit search finds. */
    default List<GraphItem> audit() {
        return List.of();
    }
}
