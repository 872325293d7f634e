package org.mimawari.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mimawari.report.wording.Wording;

/** The templates of the page, compiled in the build; each escapes what it is given for the place it puts it in. */
public final class Templates implements ReportPage.Size {

    private static final String PACKAGE = "org.mimawari.report.page.template";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Templates.class.getClassLoader(), PACKAGE);

    public void write(ReportPage page, Writer writer) {
        engine.render("report.jte", page, new WriterOutput(writer));
    }

    @Override
    public long of(ReportPage page) {
        Measure measure = new Measure();
        engine.render("report.jte", page, measure);
        return measure.bytes;
    }

    @Override
    public long of(IncidentSection section, Wording words) {
        Measure measure = new Measure();
        engine.render("incident.jte", Map.of("incident", section, "w", words), measure);
        return measure.bytes;
    }

    /** Counts what would be written. */
    private static final class Measure implements TemplateOutput {

        private long bytes;

        @Override
        public void writeContent(String value) {
            bytes += value.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public void writeContent(String value, int beginIndex, int endIndex) {
            writeContent(value.substring(beginIndex, endIndex));
        }
    }
}
