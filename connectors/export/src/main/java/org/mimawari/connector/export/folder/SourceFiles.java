package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailboxAddress;

/**
 * Finds the files below the given paths, in alphabetical order of their names. Follows links but enters no folder
 * twice, so that a loop ends. Archives are entered as folders, also one inside another, until this is closed. Index
 * files of mail servers and editors' leftovers are passed over.
 */
final class SourceFiles implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int MOST_NESTED = 3;
    private static final List<String> PACKED = List.of(".zip", ".tar.gz", ".tgz", ".tar.zst", ".tar");
    private static final List<String> INDEXES = List.of("dovecot.index", "dovecot-uidlist", "dovecot-uidvalidity",
            "dovecot.list.index", "dovecot-keywords", "dovecot.mailbox.log", "maildirsize", "maildirfolder", "subscriptions",
            ".DS_Store", "Thumbs.db", "cyrus.");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,8}");
    private static final List<String> MAIL_HOMES = List.of("Maildir", "cur", "sieve", ".dovecot.sieve", "mdbox", "sdbox",
            ".forward", ".procmailrc");
    private static final Set<String> COMPILED = Set.of("svbin", "sieve.log", "msf");

    private final ExportSettings settings;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final Set<Object> entered = new HashSet<>();
    private final Archives archives = new Archives();
    private final Map<Source, Path> bases = new HashMap<>();
    private final Map<Path, Path> archiveOf = new HashMap<>();

    SourceFiles(ExportSettings settings) {
        this.settings = settings;
    }

    /** @throws ConnectorException with {@code USAGE} where a given path does not exist */
    List<Source> find() throws ConnectorException {
        for (Path path : settings.paths()) {
            if (!Files.exists(path)) {
                throw new ConnectorException(Problem.USAGE, "there is no file or folder " + path);
            }
            boolean single = settings.paths().size() == 1;
            Path base = Files.isDirectory(path) && single ? path
                    : Optional.ofNullable(path.toAbsolutePath().normalize().getParent()).orElse(path.toAbsolutePath());
            walk(path, base, 0);
        }
        return sources;
    }

    /** What {@link #find} found. */
    List<Source> found() {
        return sources;
    }

    /**
     * What lies in one archive that {@link #find} found below this base; the archive itself where it is none any
     * more.
     */
    List<Source> inside(Path archive, Path base) {
        walk(archive, base, 0);
        return sources;
    }

    /** The outermost archive in which a source lies. */
    Optional<Path> outermost(Source source) {
        Optional<Path> at = archive(source.path());
        for (Optional<Path> next = at; next.isPresent(); next = archive(next.get())) {
            at = next;
        }
        return at;
    }

    /** The folder below which a source is named. */
    Path base(Source source) {
        return bases.getOrDefault(source, source.path());
    }

    @Override
    public void close() {
        archives.close();
    }

    /** Folders and files that could not be opened, by name, with the reason. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    private void walk(Path path, Path base, int depth) {
        if (!Files.isDirectory(path)) {
            file(path, base);
            return;
        }
        if (depth > DEEPEST || !enter(path)) {
            return;
        }
        try (Stream<Path> children = Files.list(path)) {
            children.sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .forEach(child -> walk(child, base, depth + 1));
        } catch (IOException | UncheckedIOException e) {
            unreadable.put(name(path, base), "the folder cannot be listed: " + e.getMessage());
        }
    }

    private boolean enter(Path folder) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return entered.add(key == null ? folder.toRealPath() : key);
        } catch (IOException e) {
            return false;
        }
    }

    private void file(Path path, Path base) {
        String own = path.getFileName().toString();
        int dot = own.lastIndexOf('.');
        boolean isIndex = INDEXES.stream().anyMatch(own::startsWith) || COMPILED.contains(own.substring(dot + 1));
        if (isIndex) {
            return;
        }
        if (!Files.isRegularFile(path)) {
            unreadable.put(name(path, base), "it is no regular file");
        } else if (!Files.isReadable(path)) {
            unreadable.put(name(path, base), "there is no permission to read it");
        } else if (!isMessage(path) && isArchive(path, base)) {
            return;
        } else {
            Source source = source(path, base);
            sources.add(source);
            if (root(path).isPresent()) {
                bases.put(source, base);
            }
        }
    }

    /** Messages of a Maildir are many, and none is an archive. */
    private static boolean isMessage(Path path) {
        Path parent = path.getParent();
        return parent != null && (parent.endsWith("cur") || parent.endsWith("new"));
    }

    /** Walks through it where it is one. */
    private boolean isArchive(Path path, Path base) {
        try {
            Optional<Path> inside = nesting(path) < MOST_NESTED ? archives.folder(path) : Optional.empty();
            inside.ifPresent(root -> {
                archiveOf.put(root, path);
                walk(root, base, 0);
            });
            return inside.isPresent();
        } catch (IOException | IllegalArgumentException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            unreadable.put(name(path, base), encrypted ? "the archive is encrypted: unpack it with its password"
                    : "the archive cannot be opened: " + e.getMessage());
            return true;
        }
    }

    private int nesting(Path path) {
        return archive(path).map(outer -> 1 + nesting(outer)).orElse(0);
    }

    private Optional<Path> archive(Path path) {
        return root(path).map(archiveOf::get);
    }

    /** The folder that stands for the archive in which the file lies. */
    private Optional<Path> root(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            if (archiveOf.containsKey(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The names of folders and archives from the outermost down to the file, without the archives' endings. */
    private List<String> parts(Path path) {
        Optional<Path> root = root(path);
        List<String> parts = new ArrayList<>();
        if (root.isPresent()) {
            parts.addAll(parts(archiveOf.get(root.get())));
            root.get().relativize(path).forEach(part -> parts.add(part.toString()));
        } else {
            path.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
        }
        int last = parts.size() - 1;
        for (String ending : PACKED) {
            boolean packed = last >= 0 && parts.get(last).toLowerCase(Locale.ROOT).endsWith(ending);
            if (packed) {
                parts.set(last, parts.get(last).substring(0, parts.get(last).length() - ending.length()));
            }
        }
        return parts;
    }

    private Source source(Path path, Path base) {
        List<String> folders = new ArrayList<>();
        Optional<MailboxAddress> owner = Optional.empty();
        Path absolute = path.toAbsolutePath().normalize();
        List<String> parts = parts(path);
        for (String part : parts.subList(0, Math.max(0, parts.size() - 1))) {
            Optional<MailboxAddress> named = MailboxAddress.findFull(part)
                    .filter(address -> address.domain().indexOf('.') > 0);
            if (named.isPresent()) {
                owner = named;
                folders.clear();
            } else {
                folders.add(part);
            }
        }
        Optional<MailboxAddress> mailbox = owner.or(() -> virtualHome(absolute)).or(settings::mailbox);
        return new Source(path, name(path, base), mailbox, folders);
    }

    /** Dovecot's usual {@code <domain>/<user>/}, where the user's folder looks like a mail home. */
    private static Optional<MailboxAddress> virtualHome(Path file) {
        for (Path home = file.getParent(); home != null && home.getParent() != null; home = home.getParent()) {
            Path domain = home.getParent().getFileName();
            if (domain != null && DOMAIN.matcher(domain.toString()).matches() && isMailHome(home)) {
                return MailboxAddress.findFull(home.getFileName() + "@" + domain);
            }
        }
        return Optional.empty();
    }

    private static boolean isMailHome(Path folder) {
        return MAIL_HOMES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    private String name(Path path, Path base) {
        Optional<Path> archive = root(path);
        if (archive.isPresent()) {
            return name(archiveOf.get(archive.get()), base) + "/"
                    + archive.get().relativize(path).toString().replace('\\', '/');
        }
        Path absolute = path.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString().replace('\\', '/');
    }
}
