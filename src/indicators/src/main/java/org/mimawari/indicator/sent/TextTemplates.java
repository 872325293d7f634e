package org.mimawari.indicator.sent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.MessageContent;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.SimHash;

/**
 * Sorts texts into templates, told in order of time: a text belongs to the template whose first text it resembles. Only
 * the {@value #MOST} templates used last are kept, so that the work per message is bounded. Not safe for several
 * threads.
 */
final class TextTemplates {

    private static final int MOST = 256;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 1_500;

    private final Map<Long, Long> templates = new LinkedHashMap<>(MOST, 0.75f, true);
    private final Map<String, Long> sameTexts = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The template of a message, as a hexadecimal text; none where it has hardly any text. */
    List<String> of(Mailing mailing) {
        if (mailing.message().content().isEmpty()) {
            return List.of();
        }
        String essence = mailing.message().content().map(MessageContent::text).map(SimHash::essence).orElse("");
        if (essence.length() < SHORTEST) {
            return List.of();
        }
        String capped = essence.substring(0, Math.min(LONGEST, essence.length()));
        Long known = sameTexts.get(capped);
        long template = known == null ? template(SimHash.of(capped)) : known;
        remember(sameTexts, capped, template);
        remember(templates, template, template);
        return List.of(Long.toHexString(template));
    }

    private long template(long hash) {
        return templates.values().stream().filter(each -> SimHash.isNear(each, hash))
                .min(Long::compareUnsigned).orElse(hash);
    }

    private static <K> void remember(Map<K, Long> map, K key, long template) {
        map.put(key, template);
        if (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
