package org.mimawari.cli.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a configuration file (YAML). Strict: an unknown or malformed setting is an error that names its line. */
public final class ConfigurationFile {

    private final Path file;
    private final Map<String, String> environment;

    public ConfigurationFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /** @throws ConfigurationException where the file cannot be read or says something that is not understood */
    public List<TenantConfiguration> tenants() throws ConfigurationException {
        return read().tenants();
    }

    /** @throws ConfigurationException where the file cannot be read or says something that is not understood */
    public Configuration read() throws ConfigurationException {
        Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        ClearSecrets clear = new ClearSecrets();
        Section.Source source = new Section.Source(file.getFileName().toString(), new Secrets(environment, base),
                clear);
        Section root = Section.of(source, parsed(source.file()));
        List<TenantConfiguration> tenants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section tenant : root.sections("tenants")) {
            TenantConfiguration read = new TenantReader(base).read(tenant);
            if (!names.add(read.name())) {
                throw tenant.wrong("name", "two tenants are called '" + read.name() + "'");
            }
            tenants.add(read);
        }
        AuditConfiguration audit = new AuditReader(base).read(root);
        root.finish();
        if (tenants.isEmpty()) {
            throw new ConfigurationException(source.file() + ": no tenant is configured; begin with 'tenants:'");
        }
        return new Configuration(tenants, audit, clear.sentences());
    }

    private Node parsed(String name) throws ConfigurationException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node node = new Yaml(new LoaderOptions()).compose(reader);
            if (node == null) {
                throw new ConfigurationException(name + " is empty");
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ConfigurationException(name + " line " + line + ": no valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new ConfigurationException(name + ": no valid YAML");
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the configuration " + file + ": it is missing, unreadable or not UTF-8");
        }
    }
}
