package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.indicator.catalogue.IndicatorPage;

/**
 * The page of an indicator, for reading within the report.
 *
 * @param anchor the id it has on the page
 */
public record IndicatorText(String anchor, String id, String title, List<Section> sections) {

    /** A heading and what stands below it. */
    public record Section(String heading, List<Block> blocks) {}

    /** A paragraph, or an item of a list. */
    public record Block(boolean item, String text) {}

    private static final String HEADING = "## ";

    /** The id an indicator's page has in the report. */
    static String anchor(String indicator) {
        return "indicator-" + indicator;
    }

    static Optional<IndicatorText> of(String indicator, Voice voice) {
        return IndicatorPage.find(indicator).map(page -> new IndicatorText(anchor(indicator), indicator,
                voice.texts().title(indicator), sections(page.text())));
    }

    private static List<Section> sections(String markdown) {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String heading = "";
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(HEADING)) {
                add(sections, heading, lines);
                heading = line.substring(HEADING.length()).strip();
                lines = new ArrayList<>();
            } else {
                lines.add(line);
            }
        }
        add(sections, heading, lines);
        return List.copyOf(sections);
    }

    private static void add(List<Section> sections, String heading, List<String> lines) {
        List<Block> blocks = blocks(lines);
        if (!heading.isEmpty() && !blocks.isEmpty()) {
            sections.add(new Section(heading, blocks));
        }
    }

    /** Lines that follow each other are one paragraph; one that begins with {@code * } or {@code - } is an item. */
    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean item = false;
        for (String line : lines) {
            boolean begins = line.startsWith("* ") || line.startsWith("- ");
            if (begins || line.isBlank()) {
                finish(blocks, item, text);
                item = begins;
            }
            text.append(text.isEmpty() ? "" : " ").append(begins ? line.substring(2).strip() : line.strip());
        }
        finish(blocks, item, text);
        return List.copyOf(blocks);
    }

    private static void finish(List<Block> blocks, boolean item, StringBuilder text) {
        String plain = text.toString().strip();
        if (!plain.isEmpty()) {
            blocks.add(new Block(item, plain));
        }
        text.setLength(0);
    }
}
