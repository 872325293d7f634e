package org.mimawari.cluster.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A path below the root of a file system of Hadoop. Where {@link Path} wants null for what there is not, it gives
 * null.
 */
final class HadoopPath implements Path {

    private final HadoopFileSystem system;
    private final boolean absolute;
    private final List<String> names;

    HadoopPath(HadoopFileSystem system, boolean absolute, List<String> names) {
        this.system = system;
        this.absolute = absolute;
        this.names = List.copyOf(names);
    }

    static HadoopPath of(HadoopFileSystem system, String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.split("/")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return new HadoopPath(system, text.startsWith("/"), names);
    }

    /** The same, as Hadoop names it. */
    org.apache.hadoop.fs.Path hadoop() {
        return new org.apache.hadoop.fs.Path(system.uri().getScheme(), system.uri().getAuthority(), "/"
                + String.join("/", names));
    }

    static HadoopPath own(Path path) {
        if (path instanceof HadoopPath own) {
            return own;
        }
        throw new ProviderMismatchException("no path of a file system of Hadoop: " + path);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public @Nullable Path getRoot() {
        return absolute ? new HadoopPath(system, true, List.of()) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty() ? null : getName(names.size() - 1);
    }

    @Override
    public @Nullable Path getParent() {
        boolean has = absolute ? !names.isEmpty() : names.size() > 1;
        return has ? new HadoopPath(system, absolute, names.subList(0, names.size() - 1)) : null;
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return new HadoopPath(system, false, List.of(names.get(index)));
    }

    @Override
    public Path subpath(int from, int to) {
        return new HadoopPath(system, false, names.subList(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof HadoopPath path && path.absolute == absolute && path.system.equals(system)
                && path.names.size() <= names.size() && names.subList(0, path.names.size()).equals(path.names);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof HadoopPath path && path.names.size() <= names.size() && (!path.absolute || equals(path))
                && names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
    }

    @Override
    public Path normalize() {
        List<String> normal = new ArrayList<>();
        for (String name : names) {
            boolean up = name.equals("..");
            if (up && !normal.isEmpty() && !normal.get(normal.size() - 1).equals("..")) {
                normal.remove(normal.size() - 1);
            } else if (!name.equals(".") && !(up && absolute)) {
                normal.add(name);
            }
        }
        return new HadoopPath(system, absolute, normal);
    }

    @Override
    public Path resolve(Path other) {
        HadoopPath path = own(other);
        List<String> all = new ArrayList<>(names);
        all.addAll(path.names);
        return path.absolute ? path : new HadoopPath(system, absolute, all);
    }

    @Override
    public Path relativize(Path other) {
        HadoopPath path = own(other);
        int same = 0;
        while (same < names.size() && same < path.names.size() && names.get(same).equals(path.names.get(same))) {
            same++;
        }
        List<String> all = new ArrayList<>(Collections.nCopies(names.size() - same, ".."));
        all.addAll(path.names.subList(same, path.names.size()));
        return new HadoopPath(system, false, all);
    }

    @Override
    public URI toUri() {
        return hadoop().toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return absolute ? this : new HadoopPath(system, true, names);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        Path real = toAbsolutePath().normalize();
        Files.size(real);
        return real;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nothing is watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HadoopPath path && path.absolute == absolute && path.names.equals(names)
                && path.system.equals(system);
    }

    @Override
    public int hashCode() {
        return Objects.hash(absolute, names);
    }

    @Override
    public String toString() {
        return (absolute ? "/" : "") + String.join("/", names);
    }
}
