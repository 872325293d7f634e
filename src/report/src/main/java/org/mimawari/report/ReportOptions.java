package org.mimawari.report;

import java.time.ZoneId;
import org.mimawari.report.wording.Language;
import org.mimawari.report.wording.Phrasing;

/** For whom a report is written: in which language, and in which zone times are shown beside UTC. */
public record ReportOptions(Language language, ZoneId zone) {

    public Phrasing phrasing() {
        return new Phrasing(language, zone);
    }
}
