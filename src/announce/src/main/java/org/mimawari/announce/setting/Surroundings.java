package org.mimawari.announce.setting;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.report.wording.Language;

/**
 * What channels take from the program around them.
 *
 * @param language for channels that name none
 * @param zone for channels that name none
 * @param base the folder that relative paths start from
 * @param hostName this host's name, for syslog; {@code -} where unknown
 * @param suspected tells of an address, aliases included, whether an incident of its mailbox is open
 */
public record Surroundings(Language language, ZoneId zone, Path base, Clock clock, String hostName,
        Predicate<MailboxAddress> suspected) {}
