package org.mimawari.cluster;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** This machine's files under a scheme that only Hadoop understands, as an object store's would be. */
public final class FarFileSystem extends RawLocalFileSystem {

    @Override
    public URI getUri() {
        return URI.create("far:///");
    }

    @Override
    public String getScheme() {
        return "far";
    }
}
