package org.mimawari.announce.setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one channel. Every one must be asked for by name, so that {@link #finish} finds the misspelt ones.
 */
final class ChannelSettings {

    private final String channel;
    private final Map<String, List<String>> values;
    private final Set<String> asked = new HashSet<>();

    /** @param channel what messages call it */
    ChannelSettings(String channel, Map<String, List<String>> values) {
        this.channel = channel;
        this.values = values;
    }

    List<String> list(String name) {
        asked.add(name);
        return values.getOrDefault(name, List.of());
    }

    Optional<String> find(String name) throws SettingException {
        List<String> all = list(name);
        if (all.size() > 1) {
            throw wrong(name, "expected one value");
        }
        return all.stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
    }

    String text(String name) throws SettingException {
        return find(name).orElseThrow(() -> wrong(name, "this setting is missing"));
    }

    int number(String name, int least, int most, int orElse) throws SettingException {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return orElse;
        }
        String digits = text.get();
        boolean isNumber = digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = isNumber ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw wrong(name, "expected a number from " + least + " to " + most);
        }
        return number;
    }

    Optional<Path> path(String name, Path base) throws SettingException {
        try {
            return find(name).map(base::resolve);
        } catch (InvalidPathException e) {
            throw wrong(name, "no valid path");
        }
    }

    SettingException wrong(String name, String why) {
        return new SettingException(channel + ": '" + name + "': " + why);
    }

    /** @throws SettingException naming the first setting that nobody asked for */
    void finish() throws SettingException {
        Optional<String> unknown = values.keySet().stream().filter(name -> !asked.contains(name)).sorted().findFirst();
        if (unknown.isPresent()) {
            throw new SettingException(channel + ": unknown setting '" + unknown.get() + "'; known here: "
                    + String.join(", ", asked.stream().sorted().toList()));
        }
    }
}
