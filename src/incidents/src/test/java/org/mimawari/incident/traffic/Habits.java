package org.mimawari.incident.traffic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.habit.JapaneseHolidays;

/**
 * How six kinds of mailbox send. Assumed, not measured:
 * <ul>
 * <li>OFFICE: about 12 messages on a working day from 8 to 20, to 1–4 people, 7 % of them strangers; once in two months
 *     an invitation to 8–30 people, 40 % strangers; 3 % of the activity at weekends.
 * <li>SALES: about 25 a day, 15 % strangers, and every eight working days a mail merge to 40–200 addresses, one message
 *     each, every two seconds, 5–40 % strangers; one merge in ten goes to a bought list of 40–120, 50–80 % strangers.
 * <li>ROLE: 20–60 answers a day, two thirds to people who wrote first; once a month a notice to 100–300 customers.
 * <li>NOREPLY: round the clock, about three notices an hour, 40 % of them to somebody who just signed up; once a month
 *     a statement run to 500–3,000 customers within the hour, 3–8 % of them new.
 * <li>NEWSLETTER: twice a week to 2,000–8,000 subscribers in messages of 50, 1–2 % new with each issue.
 * <li>NIGHT: a shift from 20 to 6, every day of the week, about 15 messages to few people, 5 % strangers.
 * </ul>
 */
enum Habits {
    OFFICE(700, MailboxKind.PERSON, 12, 0.07),
    SALES(100, MailboxKind.PERSON, 25, 0.15),
    ROLE(80, MailboxKind.ROLE, 40, 0.25),
    NOREPLY(60, MailboxKind.ROBOT, 72, 0.40),
    NEWSLETTER(30, MailboxKind.BULK, 1, 0.20),
    NIGHT(30, MailboxKind.PERSON, 15, 0.05);

    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final JapaneseHolidays HOLIDAYS = new JapaneseHolidays();
    private static final double WEEKEND = 0.03;

    private final int inThousand;
    private final MailboxKind kind;
    private final double messagesADay;
    private final double strangers;

    Habits(int inThousand, MailboxKind kind, double messagesADay, double strangers) {
        this.inThousand = inThousand;
        this.kind = kind;
        this.messagesADay = messagesADay;
        this.strangers = strangers;
    }

    int inThousand() {
        return inThousand;
    }

    MailboxKind kind() {
        return kind;
    }

    /** The share of recipients of everyday mail that were never written to. */
    double strangers() {
        return strangers;
    }

    /** How many everyday messages are to be expected on this day. */
    double messagesOn(LocalDate day) {
        boolean free = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || HOLIDAYS.contains(day);
        boolean everyDay = this == NOREPLY || this == NIGHT;
        return free && !everyDay ? messagesADay * WEEKEND : messagesADay;
    }

    /** The first hour of the day's work; hours run on past midnight. */
    int from() {
        return switch (this) {
            case NOREPLY -> 0;
            case NIGHT -> 20;
            default -> 8;
        };
    }

    int hours() {
        return switch (this) {
            case NOREPLY -> 24;
            case NIGHT -> 10;
            default -> 12;
        };
    }

    boolean worksOn(LocalDate day) {
        return messagesOn(day) >= 1;
    }
}
