package org.mimawari.cluster.files;

import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file system that Hadoop has opened, which closes it too. */
final class HadoopFileSystem extends FileSystem {

    private final org.apache.hadoop.fs.FileSystem hadoop;

    HadoopFileSystem(org.apache.hadoop.fs.FileSystem hadoop) {
        this.hadoop = hadoop;
    }

    org.apache.hadoop.fs.FileSystem hadoop() {
        return hadoop;
    }

    URI uri() {
        return hadoop.getUri();
    }

    @Override
    public FileSystemProvider provider() {
        return HadoopFiles.PROVIDER;
    }

    /** Hadoop shares it with others, so it stays open. */
    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(new HadoopPath(this, true, List.of()));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return HadoopPath.of(this, more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException("no patterns");
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("no users");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("nothing is watched");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HadoopFileSystem same && same.uri().equals(uri());
    }

    @Override
    public int hashCode() {
        return uri().hashCode();
    }
}
