package org.mimawari.cluster;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real master of Spark and two workers, each a process of its own on this machine. */
final class StandaloneCluster implements AutoCloseable {

    private static final Path LIBRARIES = Path.of("target/spark").toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    StandaloneCluster(Path folder, String executorMemory) throws IOException {
        this.folder = folder;
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("jars"), LIBRARIES);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start(home, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", Integer.toString(port),
                "--webui-port", "0");
        for (int worker = 0; worker < 2; worker++) {
            start(home, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory",
                    "2g",
                    "--webui-port", "0", "--work-dir", folder.resolve("work-" + worker).toString(), master());
        }
        settings(executorMemory).forEach(setting -> System.setProperty(setting[0], setting[1]));
    }

    private void start(Path home, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m", "-XX:+UseSerialGC", "@" + Path
                .of("spark.opens").toAbsolutePath(),
                "-cp", LIBRARIES + "/*", main));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("process-" + processes.size() + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        processes.add(builder.start());
    }

    /** Executors find the classes under test where this program does. */
    private static List<String[]> settings(String executorMemory) {
        String ours = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("spark") || path.contains("cluster"))
                        .collect(Collectors.joining(File.pathSeparator));
        return List.of(new String[] {"spark.executor.extraClassPath", ours}, new String[] {"spark.executor.memory",
                executorMemory},
                new String[] {"spark.driver.host", "127.0.0.1"}, new String[] {"spark.driver.bindAddress", "127.0.0.1"},
                new String[] {"spark.executor.cores", "1"});
    }

    String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** Ends one worker and the executor it runs as a power cut would. */
    void killWorker() {
        Process worker = processes.get(1);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    /** True where an executor runs on the worker that may be killed. */
    boolean isWorking() {
        return processes.get(1).descendants().findAny().isPresent();
    }

    @Override
    public void close() {
        for (Process each : processes) {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        }
        settings("").forEach(setting -> System.clearProperty(setting[0]));
    }
}
