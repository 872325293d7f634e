package org.mimawari.announce.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.announce.Channel;
import org.mimawari.announce.schedule.Schedule;
import org.mimawari.announce.setting.ChannelConfiguration;
import org.mimawari.announce.setting.ChannelReader;
import org.mimawari.announce.setting.SettingException;
import org.mimawari.announce.setting.Surroundings;
import org.mimawari.report.wording.Language;
import org.yaml.snakeyaml.Yaml;

class ShippedFilesTest {

    private static final Path FOLDER = Path.of("../../examples/scheduled");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String COMMAND = "/opt/mimawari/mimawari audit -c /etc/mimawari/mimawari.yaml";
    private static final Pattern SECRET = Pattern.compile("\\$\\{env:([A-Z_]{1,60})}");

    @TempDir
    private Path folder;

    @Test
    void theConfigurationUsesEveryKindOfChannel() throws IOException, SettingException {
        List<ChannelConfiguration> configurations = new ArrayList<>();
        for (Object each : list(named(new Yaml().load(text("audit.yaml"))), "announce")) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            named(each).forEach((name, value) -> values.put(name, value instanceof List<?> many
                    ? many.stream().map(ShippedFilesTest::resolved).toList() : List.of(resolved(value))));
            configurations.add(new ChannelConfiguration(values.remove("type").get(0), values));
        }

        List<Channel> channels = new ChannelReader(new Surroundings(Language.ENGLISH, ZoneOffset.UTC, FOLDER,
                Clock.systemUTC(), "-",
                address -> false)).channels(configurations);

        assertThat(channels).extracting(Channel::name).containsExactly("mail", "webhook", "slack", "teams", "syslog");
    }

    @Test
    void theConfigurationHoldsNoSecretAndNamesThoseOfTheEnvironment() throws IOException {
        String configuration = text("audit.yaml");
        Set<String> asked = new TreeSet<>();
        Matcher references = SECRET.matcher(configuration);
        while (references.find()) {
            asked.add(references.group(1));
        }
        Set<String> given = new TreeSet<>(text("secrets.env").lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('='))).toList());

        assertThat(given).isEqualTo(asked);
        assertThat(configuration.lines().filter(line -> line.matches(".*(password|secret): .*"))).isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern(SECRET));
    }

    @Test
    void systemdTakesTheUnitsWithoutAWarning() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(ANALYZE), "skipped: systemd-analyze is not installed");
        Files.createDirectories(folder.resolve("mimawari.service.d"));
        List<String> units = List.of("mimawari.service", "mimawari.timer", "mimawari.service.d/resident.conf");
        for (String unit : units) {
            Files.writeString(folder.resolve(unit), text(unit).replace("/opt/mimawari/mimawari", "/bin/true"));
        }
        Path said = folder.resolve("said.txt");

        Process process = new ProcessBuilder(ANALYZE.toString(), "verify", "mimawari.service", "mimawari.timer")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String answer = Files.readString(said);
        Assumptions.assumeFalse(answer.contains("Failed to initialize manager"),
                "skipped: systemd-analyze does not work here");
        assertThat(answer).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theServiceRunsOneRoundWithFewRights() throws IOException {
        Map<String, List<String>> service = unit("mimawari.service").get("Service");

        assertThat(service).containsEntry("Type", List.of("oneshot")).containsEntry("ExecStart", List.of(COMMAND))
                .containsEntry("DynamicUser", List.of("yes")).containsEntry("StateDirectory", List.of("mimawari"))
                .containsEntry("ProtectSystem", List.of("strict")).containsEntry("ProtectHome", List.of("yes"))
                .containsEntry("PrivateTmp", List.of("yes")).containsEntry("NoNewPrivileges", List.of("yes"))
                .containsEntry("CapabilityBoundingSet", List.of("")).containsEntry("SuccessExitStatus", List.of("3 4"));
        assertThat(service).doesNotContainKeys("User", "MemoryDenyWriteExecute");
    }

    @Test
    void theResidentServiceReplacesTheCommand() throws IOException {
        assertThat(unit("mimawari.service.d/resident.conf").get("Service").get("ExecStart"))
                .containsExactly("", COMMAND + " --every 5m");
        assertThat(unit("mimawari.timer").get("Timer")).containsEntry("Persistent", List.of("yes"));
    }

    @Test
    void cronRunsTheCommandAsItsOwnUser() throws IOException {
        List<String> jobs = text("mimawari.cron").lines().filter(line -> !line.matches("#.*|[A-Z]+=.*|\\s*")).toList();

        assertThat(jobs).singleElement().asString().endsWith("exec " + COMMAND).doesNotContain("%");
        String[] fields = jobs.get(0).split(" ", 7);
        assertThat(fields[5]).isEqualTo("mimawari");
        Schedule.parse(String.join(" ", List.of(fields).subList(0, 5)), ZoneId.of("UTC"));
    }

    @Test
    void theCronJobIsWholeAndHasFewRights() throws IOException {
        List<Object> documents = new ArrayList<>();
        new Yaml().loadAll(text("cronjob.yaml")).forEach(documents::add);
        Map<String, Object> claim = named(documents.get(0));
        Map<String, Object> job = named(documents.get(1));
        Map<String, Object> spec = named(job.get("spec"));
        Map<String, Object> run = named(named(spec.get("jobTemplate")).get("spec"));
        Map<String, Object> pod = named(named(run.get("template")).get("spec"));
        Map<String, Object> container = named(list(pod, "containers").get(0));

        assertThat(job).containsEntry("apiVersion", "batch/v1").containsEntry("kind", "CronJob");
        assertThat(spec).containsEntry("concurrencyPolicy", "Forbid");
        Schedule.parse(spec.get("schedule").toString(), ZoneId.of(spec.get("timeZone").toString()));
        assertThat(pod).containsEntry("restartPolicy", "Never").containsEntry("automountServiceAccountToken", false);
        assertThat(named(pod.get("securityContext"))).containsEntry("runAsNonRoot", true);
        assertThat(named(container.get("securityContext"))).containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false);
        assertThat(list(container, "args").get(0).toString())
                .contains(" audit -c /etc/mimawari/mimawari.yaml; code=$?;");
        assertThat(pod.toString()).contains("claimName=" + named(claim.get("metadata")).get("name"));
        assertThat(names(list(container, "volumeMounts"))).isEqualTo(names(list(pod, "volumes")));
    }

    @Test
    void theImageRunsTheSameCommandAndNotAsRoot() throws IOException {
        List<String> lines = text("Dockerfile").lines().filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();

        assertThat(lines).allSatisfy(line -> assertThat(line)
                .matches("(FROM|WORKDIR|COPY|RUN|USER|VOLUME|ENTRYPOINT|CMD) .+"));
        assertThat(lines).filteredOn(line -> line.startsWith("FROM")).hasSize(2)
                .noneMatch(line -> line.contains(":latest"));
        assertThat(lines).contains("USER 65532:65532", "CMD [\"audit\", \"-c\", \"/etc/mimawari/mimawari.yaml\"]");
        String entry = lines.stream().filter(line -> line.startsWith("ENTRYPOINT")).findFirst().orElseThrow();
        List<?> words = new Yaml().load(entry.substring("ENTRYPOINT".length()));
        assertThat(words.get(0)).isEqualTo("java");
        assertThat(words.get(words.size() - 1)).isEqualTo("org.mimawari.cli.Main");
        assertThat(Path.of("../cli/src/main/java/org/mimawari/cli/Main.java")).exists();
    }

    private static Map<String, Map<String, List<String>>> unit(String name) throws IOException {
        Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
        Map<String, List<String>> section = new LinkedHashMap<>();
        for (String line : text(name).lines().filter(each -> !each.startsWith("#") && !each.isBlank()).toList()) {
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else {
                section.computeIfAbsent(line.substring(0, line.indexOf('=')), key -> new ArrayList<>())
                        .add(line.substring(line.indexOf('=') + 1));
            }
        }
        return sections;
    }

    private static String resolved(Object value) {
        return SECRET.matcher(value.toString()).matches() && value.toString().contains("URL")
                ? "https://hooks.example/" : value.toString();
    }

    private static Set<String> names(List<?> entries) {
        return new TreeSet<>(entries.stream().map(entry -> named(entry).get("name").toString()).toList());
    }

    private static List<?> list(Map<String, Object> mapping, String name) {
        return (List<?>) mapping.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Object mapping) {
        return (Map<String, Object>) mapping;
    }

    private static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
