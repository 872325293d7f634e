package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mimawari.connector.export.tree.Tree;

/** What a list of Graph holds, from its {@code @odata.context}, where the objects themselves do not tell. */
final class SettingLists {

    private static final List<Map.Entry<String, SettingType>> NAMES = List.of(
            Map.entry("messagerules", SettingType.GRAPH_RULE),
            Map.entry("mailboxsettings", SettingType.GRAPH_SETTINGS),
            Map.entry("oauth2permissiongrants", SettingType.GRAPH_GRANT),
            Map.entry("approleassign", SettingType.GRAPH_ROLE),
            Map.entry("/messages", SettingType.GRAPH_MESSAGE),
            Map.entry("mailfolders", SettingType.GRAPH_FOLDER),
            Map.entry("#serviceprincipals", SettingType.GRAPH_PRINCIPAL));

    private SettingLists() {}

    static SettingType type(Tree around) {
        String context = around.find("@odata.context").orElse("").toLowerCase(Locale.ROOT);
        return NAMES.stream().filter(name -> context.contains(name.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(SettingType.UNKNOWN);
    }
}
