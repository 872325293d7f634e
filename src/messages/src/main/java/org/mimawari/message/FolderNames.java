package org.mimawari.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells from a folder's name what it holds, in the languages mail programs use. The names are data
 * ({@code folder-names.txt}); a whole name must match, so that "Sent to lawyer" is an ordinary folder.
 */
public final class FolderNames {

    /** What a folder holds. Deleted and archived mail is mixed: each message tells for itself. */
    public enum Role { SENT, RECEIVED, MIXED, DRAFTS }

    private static final FolderNames KNOWN = new FolderNames();
    private static final List<String> ENDINGS = List.of(".mbox", ".mbx", ".sbd", ".mboxrd", ".mboxcl", ".mboxo", ".mdir",
            ".gz", ".zst", ".txt", ".eml", ".emlx");

    private final Map<String, Role> roles = new HashMap<>();

    private FolderNames() {
        try (InputStream in = FolderNames.class.getResourceAsStream("folder-names.txt")) {
            if (in == null) {
                throw new IllegalStateException("folder-names.txt is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("folder-names.txt cannot be read", e);
        }
    }

    /**
     * The role of a folder, from its path however written: {@code Sent}, {@code INBOX.Sent}, {@code [Gmail]/Sent Mail},
     * {@code .&kAFP4W4IMH8-}. The innermost name that is known decides.
     */
    public static Optional<Role> role(String path) {
        String bare = withoutEndings(path.strip());
        Optional<Role> whole = KNOWN.find(bare);
        if (whole.isPresent()) {
            return whole;
        }
        String[] names = bare.split("[/\\\\.|^]");
        for (int i = names.length - 1; i >= 0; i--) {
            Optional<Role> role = KNOWN.find(names[i]);
            if (role.isPresent()) {
                return role;
            }
        }
        return Optional.empty();
    }

    private void add(String line) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
            Role role = Role.valueOf(line.substring(0, tab).toUpperCase(Locale.ROOT));
            for (String name : line.substring(tab + 1).split("\\|")) {
                roles.put(folded(name), role);
            }
        }
    }

    private Optional<Role> find(String name) {
        return Optional.ofNullable(roles.get(folded(ModifiedUtf7.decode(name))));
    }

    private static String withoutEndings(String path) {
        String bare = path;
        for (String ending : ENDINGS) {
            boolean ends = bare.length() > ending.length()
                    && bare.regionMatches(true, bare.length() - ending.length(), ending, 0, ending.length());
            bare = ends ? bare.substring(0, bare.length() - ending.length()) : bare;
        }
        return bare;
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean drop = c <= ' ' || c == '_' || c == '-' || c == '.' || c == 0x3000 || c == 0xA0
                    || Character.getType(c) == Character.FORMAT;
            out.append(drop ? "" : String.valueOf(c));
        }
        return out.toString();
    }
}
