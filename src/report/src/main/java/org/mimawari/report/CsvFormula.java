package org.mimawari.report;

/** Keeps spreadsheets from running what a mail system wrote: what would be a formula begins with an apostrophe. */
final class CsvFormula {

    private static final String STARTS = "=+-@\t\r\n＝＋－＠|%";

    private CsvFormula() {}

    /**
     * The text as a cell that is only text. A semicolon separates cells in many countries whatever the file says, so
     * what follows one is a start of a cell too.
     */
    static String defused(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 2);
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (atStart && STARTS.indexOf(c) >= 0) {
                safe.append('\'');
            }
            atStart = c == ';' || atStart && isPassedOver(c);
            safe.append(c);
        }
        return safe.toString();
    }

    private static boolean isPassedOver(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '"' || c == '⇥' || c == '⏎';
    }
}
