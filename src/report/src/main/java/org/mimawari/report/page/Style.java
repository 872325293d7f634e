package org.mimawari.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet and the one script of the page, and the content security policy that allows these and nothing else
 * (CSP level 3). The page is whole without the script; it only searches and filters.
 */
public record Style(String sheet, String script) {

    private static final String SHEET = "/org/mimawari/report/report.css";
    private static final String SCRIPT = "/org/mimawari/report/report.js";

    static Style packaged() {
        return new Style(resource(SHEET), resource(SCRIPT));
    }

    private static String resource(String name) {
        try (InputStream in = Style.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged " + name, e);
        }
    }

    public String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash(sheet) + "'; script-src 'sha256-" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
