package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Values of the admin console's tables, brought to those of the Reports API. */
final class ConsoleValues {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("google パスワード", "google_password"), Map.entry("google のパスワード", "google_password"),
            Map.entry("パスワード", "password"), Map.entry("再認証", "reauth"), Map.entry("なし", "none"),
            Map.entry("はい", "true"), Map.entry("yes", "true"), Map.entry("いいえ", "false"), Map.entry("no", "false"),
            Map.entry("リンクを知っている全員", "people_with_link"), Map.entry("リンクを知っているユーザー", "people_with_link"),
            Map.entry("anyone with the link", "people_with_link"), Map.entry("people with link", "people_with_link"),
            Map.entry("ウェブ上で一般公開", "public_on_the_web"), Map.entry("public on the web", "public_on_the_web"),
            Map.entry("外部と共有", "shared_externally"), Map.entry("外部共有", "shared_externally"),
            Map.entry("shared externally", "shared_externally"), Map.entry("内部と共有", "shared_internally"),
            Map.entry("外部", "external"), Map.entry("内部", "internal"), Map.entry("非公開", "private"),
            Map.entry("チャレンジに成功", "passed"), Map.entry("チャレンジに失敗", "failed"), Map.entry("失敗", "failed"));
    private static final Set<String> FOLDED = Set.of("login_type", "login_challenge_method", "login_challenge_status",
            "is_suspicious", "is_second_factor", "visibility", "old_visibility", "visibility_change",
            "login_failure_type");
    private static final Set<String> LISTS = Set.of("login_challenge_method", "scope");

    private ConsoleValues() {}

    /** The values of one cell: several where the column holds a list. */
    static List<String> of(String column, String cell) {
        if (!FOLDED.contains(column)) {
            return column.equals("scope") ? Scopes.split(cell) : List.of(cell);
        }
        if (!LISTS.contains(column)) {
            return List.of(word(cell));
        }
        return Stream.of(cell.split("[,;、\n]", 200)).map(ConsoleValues::word).filter(word -> !word.isEmpty())
                .toList();
    }

    private static String word(String cell) {
        String folded = ConsoleEvents.folded(cell.strip());
        String known = WORDS.get(folded);
        return known == null ? folded.replace(' ', '_').toLowerCase(Locale.ROOT) : known;
    }
}
