package org.mimawari.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the build wrote it down. */
final class Version implements IVersionProvider {

    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the packaged version.properties cannot be read", e);
        }
        return properties.getProperty("version");
    }

    static String line() {
        return "mimawari " + number();
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
