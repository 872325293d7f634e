package org.mimawari.report.summary;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;

/** What of a finding other systems can look for: network addresses and mail addresses, as far as its facts name them. */
public final class Traces {

    private static final List<String> NETWORK = List.of("ip", "addresses");
    private static final List<String> MAIL = List.of("target", "targets", "replyTo", "replies");

    private Traces() {}

    /** In alphabetical order, each once; texts that are no addresses are left out. */
    public static List<String> networkAddresses(Finding finding) {
        TreeSet<String> found = new TreeSet<>();
        texts(finding, NETWORK).map(IpAddress::find).flatMap(Optional::stream).map(IpAddress::text).forEach(found::add);
        return List.copyOf(found);
    }

    /** The mail addresses that mail was led to, in alphabetical order. */
    public static List<MailboxAddress> targets(Finding finding) {
        TreeSet<MailboxAddress> found = new TreeSet<>();
        texts(finding, MAIL).map(MailboxAddress::findFull).flatMap(Optional::stream).forEach(found::add);
        return List.copyOf(found);
    }

    private static Stream<String> texts(Finding finding, List<String> names) {
        return names.stream().map(finding.reason()::find).flatMap(Optional::stream).flatMap(Traces::texts);
    }

    private static Stream<String> texts(Fact fact) {
        if (fact instanceof Fact.Text text) {
            return Stream.of(text.value());
        }
        return fact instanceof Fact.Texts several ? several.values().stream() : Stream.empty();
    }
}
