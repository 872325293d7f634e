package org.mimawari.evidence;

import java.util.List;

/**
 * What indicators may need of a body. It stays within the scan and is written to no report.
 *
 * @param text the first {@value #LONGEST_TEXT} characters of readable text, without markup
 * @param linkHosts host names of links, in lower case, at most 50
 * @param attachments file names of attachments, at most 50
 */
public record MessageContent(String text, List<String> linkHosts, List<String> attachments) {

    public static final int LONGEST_TEXT = 4_000;
    private static final int MOST = 50;

    public MessageContent {
        text = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        linkHosts = linkHosts.stream().limit(MOST).toList();
        attachments = attachments.stream().limit(MOST).toList();
    }
}
