package org.mimawari.report.page;

import java.util.Optional;
import org.mimawari.evidence.TimeRange;
import org.mimawari.report.summary.SendingCurve;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.Reach;

/**
 * What left a mailbox in each five minutes, as a small drawing of {@value #BARS} bars at most.
 *
 * @param path of an SVG drawing {@value #WIDTH} wide and {@value #HEIGHT} high
 * @param label the same in words: the peak and when it was
 */
public record Spark(String path, String label) {

    public static final int WIDTH = 120;
    public static final int HEIGHT = 24;
    private static final int BARS = 60;

    static Optional<Spark> of(Reach reach, TimeRange when, Voice voice) {
        return SendingCurve.of(reach, when, BARS).map(curve -> new Spark(path(curve), label(curve, voice)));
    }

    private static String path(SendingCurve curve) {
        StringBuilder path = new StringBuilder();
        double step = (double) WIDTH / curve.bars().size();
        for (int i = 0; i < curve.bars().size(); i++) {
            int messages = curve.bars().get(i);
            if (messages > 0) {
                long height = Math.max(1, Math.round((double) HEIGHT * messages / curve.peak().messages()));
                path.append('M').append(Math.round((i + 0.5) * step)).append(' ').append(HEIGHT).append('v').append(-height);
            }
        }
        return path.toString();
    }

    private static String label(SendingCurve curve, Voice voice) {
        Phrasing phrasing = voice.phrasing();
        return voice.wording().phrase("spark.label", Phrasing.number(curve.peak().messages()),
                phrasing.moment(curve.peak().from()));
    }
}
