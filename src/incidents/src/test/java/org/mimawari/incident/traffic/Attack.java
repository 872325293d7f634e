package org.mimawari.incident.traffic;

import java.time.Duration;

/**
 * The seven shapes of a relay attack in INDICATORS §8.3. Each goes to lists with 95–98 % strangers, one recipient a
 * message; the police case, to stay small, twenty a message at the same rate of 160 recipients a minute.
 */
enum Attack {
    POLICE_RATE(Habits.ROLE, 4, 45, Duration.ofMinutes(750), 6_000, 20),
    TWO_THOUSAND_IN_TWENTY_MINUTES(Habits.NOREPLY, 13, 58, Duration.ofMinutes(20), 2_000, 1),
    FOUR_HUNDRED_IN_TWENTY_MINUTES(Habits.NOREPLY, 13, 58, Duration.ofMinutes(20), 400, 1),
    SIXTY_AN_HOUR_AT_NIGHT_FROM_A_ROLE(Habits.ROLE, 1, 0, Duration.ofHours(8), 480, 1),
    SIXTY_AN_HOUR_AT_NIGHT_FROM_A_PERSON(Habits.OFFICE, 1, 0, Duration.ofHours(8), 480, 1),
    TWELVE_AN_HOUR_FOR_TWO_DAYS(Habits.OFFICE, 0, 0, Duration.ofHours(48), 576, 1),
    THIRTY_AN_HOUR_BY_DAY(Habits.OFFICE, 10, 0, Duration.ofHours(6), 180, 1);

    private final Habits victim;
    private final int hour;
    private final int minute;
    private final Duration length;
    private final int messages;
    private final int recipientsEach;

    // Six parameters: an enum constant is a row of the table above.
    Attack(Habits victim, int hour, int minute, Duration length, int messages, int recipientsEach) {
        this.victim = victim;
        this.hour = hour;
        this.minute = minute;
        this.length = length;
        this.messages = messages;
        this.recipientsEach = recipientsEach;
    }

    Habits victim() {
        return victim;
    }

    int minuteOfDay() {
        return hour * 60 + minute;
    }

    Duration length() {
        return length;
    }

    int messages() {
        return messages;
    }

    int recipientsEach() {
        return recipientsEach;
    }
}
