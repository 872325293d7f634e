package org.mimawari.announce.heartbeat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The file that Prometheus' node exporter reads (its textfile collector): replaced as a whole, readable for all. It
 * tells whether rounds happen at all, which nobody notices otherwise.
 */
public final class Heartbeat {

    private static final String EVERYBODY_READS = "rw-r--r--";

    private final Path file;

    /** @throws IllegalArgumentException where the name does not end in {@code .prom}: the collector reads no other */
    public Heartbeat(Path file) {
        if (!String.valueOf(file.getFileName()).endsWith(".prom")) {
            throw new IllegalArgumentException("the heartbeat's file must end in .prom, not be " + file.getFileName());
        }
        this.file = file;
    }

    /** @throws IOException where the file cannot be replaced; what stood there before stays, and grows old */
    public void write(List<TenantPulse> tenants) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        // The collector must not read it half-written, so it does not end in .prom.
        Path written = Files.createTempFile(folder, ".mimawari-heartbeat-", ".new");
        try {
            Files.writeString(written, PrometheusText.of(tenants), StandardCharsets.UTF_8);
            if (Files.getFileAttributeView(written, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(EVERYBODY_READS));
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
