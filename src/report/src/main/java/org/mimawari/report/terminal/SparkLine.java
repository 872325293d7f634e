package org.mimawari.report.terminal;

import java.util.List;

/** Numbers as a line of bars, {@code ▁▃█}: one column each, a space where there is none, as high as the greatest allows. */
public final class SparkLine {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private SparkLine() {}

    public static String of(List<Integer> numbers) {
        int most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        StringBuilder line = new StringBuilder(numbers.size());
        for (int number : numbers) {
            int height = most == 0 ? 0 : (int) Math.ceil((double) BARS.length() * number / most);
            line.append(height <= 0 ? ' ' : BARS.charAt(height - 1));
        }
        return line.toString();
    }
}
