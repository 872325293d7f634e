package org.mimawari.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;

class EvidenceVaultTest {

    @TempDir
    private Path parent;

    private List<Evidence> throughVault(List<Evidence> evidence, long budget) throws IOException {
        List<Evidence> back = new ArrayList<>();
        try (EvidenceVault vault = new EvidenceVault(Files.createDirectory(parent.resolve("vault" + budget)), budget)) {
            evidence.forEach(vault::add);
            for (int i = 0; i < vault.partitions(); i++) {
                vault.read(i, back::add);
            }
        }
        return back;
    }

    @Test
    void knowsAPieceOfEveryKind() {
        assertThat(EveryKind.all()).extracting(Evidence::kind).containsExactlyInAnyOrder(EvidenceKind.values());
        assertThat(EveryKind.all()).hasSize(Evidence.class.getPermittedSubclasses().length);
    }

    @Test
    void givesBackWhatItTook() throws IOException {
        assertThat(throughVault(EveryKind.all(), 1 << 20)).isEqualTo(EveryKind.all());
    }

    @Test
    void givesBackTheSameFromFiles() throws IOException {
        List<Evidence> many = Stream.generate(EveryKind::all).limit(50).flatMap(List::stream).toList();
        assertThat(throughVault(many, 1_000)).isEqualTo(many);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        throughVault(EveryKind.all(), 10);
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
    }
}
