package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.report.bundle.BundleFolder;
import org.mimawari.report.bundle.SigningKey;
import picocli.CommandLine.Option;

/** The options that say whether the evidence is kept with the report. */
final class BundleOptions {

    /** Where the bundle lies within the folder of {@code -o}. */
    private static final String NAME = "bundle";

    @Option(names = "--bundle", description = "With -o: also keep the report, the cited raw records, the settings as they "
            + "stood and what it was made with in DIR/bundle, with SHA-256 hashes; 'mimawari verify' checks it.")
    private boolean bundle;

    @Option(names = "--sign-key", paramLabel = "FILE",
            description = "Sign the hashes of the bundle with this private key: PEM, Ed25519 or RSA.")
    private Optional<Path> key = Optional.empty();

    /**
     * Before a long scan, not after it.
     *
     * @throws ConfigurationException where a bundle cannot be made
     */
    void check(Optional<Path> output) throws ConfigurationException, IOException {
        if (!bundle && key.isPresent()) {
            throw new ConfigurationException("--sign-key signs a bundle: ask for one with --bundle");
        }
        if (bundle && output.isEmpty()) {
            throw new ConfigurationException("--bundle needs a folder to write into: name one with -o DIR");
        }
        signingKey();
    }

    /** The folder for the bundle of the report in that folder; empty where none was asked for. */
    Optional<Path> folder(Optional<Path> output) throws ConfigurationException, IOException {
        Optional<Path> folder = output.filter(any -> bundle).map(each -> each.resolve(NAME));
        if (folder.isPresent() && BundleFolder.isTaken(folder.get())) {
            throw new ConfigurationException("'" + folder.get() + "' exists already, and evidence is never written over: "
                    + "name another folder with -o");
        }
        return folder;
    }

    Optional<SigningKey> signingKey() throws ConfigurationException {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SigningKey.parse(Files.readString(key.get())));
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the key file '" + key.get() + "' of --sign-key");
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("the key file '" + key.get() + "' of --sign-key cannot be used: " + e.getMessage());
        }
    }
}
