package org.mimawari.cluster.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/** Reads from the file systems that Hadoop knows; writes nothing. */
public final class HadoopFiles extends FileSystemProvider {

    static final HadoopFiles PROVIDER = new HadoopFiles();

    private HadoopFiles() {}

    /** @throws IOException where Hadoop knows no such file system, or cannot reach it */
    public static Path path(URI uri, Configuration configuration) throws IOException {
        return HadoopPath.of(new HadoopFileSystem(org.apache.hadoop.fs.FileSystem.get(uri, configuration)),
                uri.getPath());
    }

    private static FileStatus status(Path path) throws IOException {
        HadoopPath own = HadoopPath.own(path);
        try {
            return hadoop(path).getFileStatus(own.hadoop());
        } catch (FileNotFoundException gone) {
            throw new NoSuchFileException(path.toString());
        }
    }

    private static org.apache.hadoop.fs.FileSystem hadoop(Path path) {
        return ((HadoopFileSystem) HadoopPath.own(path).getFileSystem()).hadoop();
    }

    @Override
    public String getScheme() {
        return "hadoop";
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return new SeekableInput(hadoop(path).open(HadoopPath.own(path).hadoop()));
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        return new HadoopChannel(hadoop(path).open(HadoopPath.own(path).hadoop()), status(path).getLen());
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> children = new ArrayList<>();
        for (FileStatus child : hadoop(folder).listStatus(HadoopPath.own(folder).hadoop())) {
            Path path = folder.resolve(child.getPath().getName());
            if (filter.accept(path)) {
                children.add(path);
            }
        }
        return new DirectoryStream<>() {

            @Override
            public Iterator<Path> iterator() {
                return children.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        status(path);
        if (List.of(modes).contains(AccessMode.WRITE)) {
            throw new AccessDeniedException(path.toString(), "", "read-only");
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return type.cast(new HadoopAttributes(status(path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
        throw new UnsupportedOperationException("no attributes by name");
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(Path path, Class<V> type,
            LinkOption... options) {
        return null;
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("Hadoop opens file systems");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("Hadoop opens file systems");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("paths come with their configuration");
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("no stores");
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void delete(Path path) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) {
        throw new ReadOnlyFileSystemException();
    }
}
