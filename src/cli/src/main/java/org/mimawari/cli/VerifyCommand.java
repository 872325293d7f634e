package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.report.bundle.BundleCheck;
import org.mimawari.report.bundle.BundleCheck.Deviation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimawari verify}: whether a bundle is still what it was when it was sealed. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Compares an evidence bundle with its hashes, and names each file that was changed, removed or "
                + "added. Hashes alone show accidents; against a forger, sign with --sign-key and check with --key.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:the bundle is as it was sealed",
            "1:internal error, or a file cannot be read",
            "2:wrong usage, or no bundle",
            "3:a file was changed, removed or added, or the signature is wrong"},
        footerHeading = "%nExample:%n", footer = "  mimawari verify report/bundle --key public.pem")
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "BUNDLE", description = "The folder of the bundle.")
    private Path folder = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "The signer's public key in PEM; without it a signature is "
            + "not looked at.")
    private Optional<Path> key = Optional.empty();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        if (!BundleCheck.isBundle(folder)) {
            throw new ConfigurationException("'" + folder + "' is no bundle: it has no SHA256SUMS");
        }
        List<Deviation> deviations = BundleCheck.deviations(folder, publicKey());
        for (Deviation deviation : deviations) {
            console.out().println(Plain.text(deviation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                    + deviation.file()));
        }
        if (deviations.isEmpty()) {
            console.out().println(Plain.text(folder + " is as it was sealed" + (key.isPresent() ? ", and the signature is right"
                    : BundleCheck.isSigned(folder) ? "; the signature was not checked, name the public key with --key" : "")));
        }
        return deviations.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.INCIDENT;
    }

    private Optional<String> publicKey() throws ConfigurationException {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(key.get()));
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the key file '" + key.get() + "' of --key");
        }
    }
}
