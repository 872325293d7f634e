package org.mimawari.connector.export.script;

import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailboxAddress;

/** Tells whose filter a file is: the folder it lies in, its own name, or the home folder it lies in directly. */
final class ScriptOwner {

    private static final List<String> ENDINGS = List.of(".sieve", ".siv", ".script", ".forward", ".procmailrc", ".filter");

    private ScriptOwner() {}

    static Optional<MailboxAddress> of(Source source) {
        return source.owner().or(() -> MailboxAddress.findFull(scriptName(source))
                .filter(address -> address.domain().indexOf('.') > 0)).or(() -> home(source.folders()));
    }

    /** The file's name without the ending that says what it is. */
    static String scriptName(Source source) {
        return withoutEnding(fileName(source));
    }

    static String withoutEnding(String file) {
        for (String ending : ENDINGS) {
            if (file.endsWith(ending) && file.length() > ending.length()) {
                return file.substring(0, file.length() - ending.length());
            }
        }
        return file;
    }

    static String fileName(Source source) {
        return source.path().getFileName().toString();
    }

    /** {@code home/info/.forward} is the filter of the account {@code info}, whose domain the file does not say. */
    private static Optional<MailboxAddress> home(List<String> folders) {
        int last = folders.size() - 1;
        return last > 0 && folders.get(last - 1).equals("home") ? MailboxAddress.find(folders.get(last)) : Optional.empty();
    }
}
