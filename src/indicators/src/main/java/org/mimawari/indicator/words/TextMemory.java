package org.mimawari.indicator.words;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a pure function makes of a text, worked out once for each text: evidence has few clients, applications and
 * subjects, and very many records of them. Bounded, as the texts may be an attacker's: long
 * ones are worked out anew every time, and once it is full it forgets all and begins again. Safe for any thread; never
 * changes an answer.
 */
public final class TextMemory<T> {

    private static final int MOST = 2_000;
    private static final int LONGEST = 1_000;

    private final Function<String, T> maker;
    private final Map<String, T> known = new ConcurrentHashMap<>();

    public TextMemory(Function<String, T> maker) {
        this.maker = maker;
    }

    public T of(String text) {
        T answer = known.get(text);
        if (answer == null) {
            answer = maker.apply(text);
            remember(text, answer);
        }
        return answer;
    }

    private void remember(String text, T answer) {
        if (known.size() >= MOST) {
            known.clear();
        }
        if (text.length() <= LONGEST) {
            known.put(text, answer);
        }
    }
}
