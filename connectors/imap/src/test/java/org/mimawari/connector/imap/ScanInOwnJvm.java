package org.mimawari.connector.imap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.ImapSettings.Limits;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Timing;
import org.mimawari.connector.imap.protocol.Trust;

/** Scans from a process of its own, with a small heap, and prints what came of it; figures are comparable that way. */
final class ScanInOwnJvm {

    private ScanInOwnJvm() {}

    /** Lines that another process printed, and whether it ended well. */
    record Outcome(List<String> lines, int exitCode) {}

    /** Runs {@link #main} with 256 MB. */
    static Outcome run(Path output, String... arguments) throws IOException, InterruptedException {
        return run(ScanInOwnJvm.class, output, arguments);
    }

    static Outcome run(Class<?> program, Path output, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m",
                "-XX:+UseSerialGC", "-Djava.util.logging.config.file=/dev/null", "-cp", System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output).stream().filter(line -> !line.startsWith("SLF4J")).toList();
        return new Outcome(lines, process.waitFor());
    }

    /** Arguments: {@code quick|usual}, then {@code port,security,ca-file or -,mailbox,password}, one for each scan. */
    public static void main(String[] arguments) throws ConnectorException {
        Limits limits = arguments[0].equals("usual") ? Limits.USUAL : new Limits(new Timing(Duration.ofSeconds(2),
                Duration.ofSeconds(2), Duration.ofSeconds(3)), Duration.ofSeconds(8), List.of(Duration.ofMillis(10)), 2_000_000, 5_000);
        for (int i = 1; i < arguments.length; i++) {
            String[] part = arguments[i].split(",");
            Trust trust = new Trust(part[2].equals("-") ? Optional.empty() : Optional.of(Path.of(part[2])), Optional.empty(), "");
            SignInWay way = new SignInWay(Optional.empty(), Optional.empty(), Optional.of(part[4]), Optional.empty(), false);
            CountingSink sink = new CountingSink();
            long start = System.nanoTime();
            long cpu = cpu();
            new ImapConnector(new ImapSettings("127.0.0.1", Integer.parseInt(part[0]), Security.valueOf(part[1]), "127.0.0.1",
                    trust, new AccountPlan(List.of(part[3].split(" ")), Optional.empty(), way), List.of(), false, 4, limits)).collect(sink);
            System.out.println("port=" + part[0] + " wall-ms=" + (System.nanoTime() - start) / 1_000_000 + " cpu-ms="
                    + (cpu() - cpu) / 1_000_000 + " accepted=" + sink.accepted + " rejected=" + sink.rejected + " broken="
                    + sink.broken + " heap-mb=" + peakHeap() / (1 << 20) + " why=" + sink.why);
        }
    }

    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType()
                == java.lang.management.MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed).sum();
    }
}
