package org.mimawari.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.mimawari.simulator.CloudRecords.Session;

/** What happens in the company when nothing happens: work, travel, night shifts, mail merges, newsletters. */
final class Everyday {

    private static final LocalDate TRIP_START = LocalDate.of(2026, 10, 26);
    private static final LocalDate TRIP_END = LocalDate.of(2026, 10, 30);
    private static final int MERGE = 60;
    private static final int SUBSCRIBERS = 400;
    private static final int STATEMENTS = 300;

    private final CloudRecords cloud;
    private final ServerLog server;
    private final Chance chance;

    Everyday(CloudRecords cloud, ServerLog server, Chance chance) {
        this.cloud = cloud;
        this.server = server;
        this.chance = chance;
    }

    void live() {
        for (LocalDate day : Calendar.days()) {
            Company.CLOUD.forEach(persona -> inTheCloud(persona, day));
            Company.SERVER.forEach(persona -> onTheServer(persona, day));
        }
    }

    private void inTheCloud(Persona persona, LocalDate day) {
        if (!Calendar.isWorkday(day)) {
            return;
        }
        boolean abroad = persona.kind() == Persona.Kind.TRAVELLER && !day.isBefore(TRIP_START) && !day.isAfter(TRIP_END);
        Session session = cloud.session(persona, abroad ? Place.HOTEL : persona.place(), persona.client(), true);
        int start = abroad ? 25 : persona.startHour();
        cloud.signIn(Calendar.at(day, start, chance.below(30)), session, chance.oneIn(12) ? 50126 : 0);
        cloud.signIn(Calendar.at(day, start, 30 + chance.below(20)), session, 0);
        for (int i = 0; i < 4; i++) {
            cloud.mailItemsAccessed(Calendar.at(day, start + 1 + i, chance.below(60)), session, "Bind", 1 + chance.below(9));
        }
        for (int i = 3 + chance.below(4); i > 0; i--) {
            Instant time = Calendar.at(day, start + chance.below(8), 50 + chance.below(10));
            cloud.sends(time, persona, chance.of(Contacts.SUBJECTS), List.of(to(persona)));
        }
        if (persona.kind() == Persona.Kind.SALES && day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            mailMerge(persona, day);
        }
    }

    private String to(Persona persona) {
        return chance.oneIn(3) ? chance.of(Company.CLOUD).address() : Contacts.regular(persona, chance);
    }

    /** A mail to each customer of a list, from the usual client; some of the customers are new every time. */
    private void mailMerge(Persona persona, LocalDate day) {
        int first = day.getDayOfYear() % 5 * 12;
        for (int i = 0; i < MERGE; i++) {
            Instant time = Calendar.at(day, 10, 5).plusSeconds(20L * i);
            cloud.sends(time, persona, "新商品のご案内", List.of(Contacts.customer(first + i)));
        }
    }

    private void onTheServer(Persona persona, LocalDate day) {
        switch (persona.kind()) {
            case ROBOT -> notices(persona, day);
            case NEWSLETTER -> newsletter(persona, day);
            default -> people(persona, day);
        }
    }

    private void people(Persona persona, LocalDate day) {
        if (!Calendar.isWorkday(day)) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            server.imapLogin(Calendar.at(day, persona.startHour() + 2 * i, chance.below(50)), persona, persona.place().ip());
        }
        for (int i = 4 + chance.below(4); i > 0; i--) {
            String to = chance.oneIn(2) ? Contacts.regular(persona, chance) : Contacts.customer(chance.below(400));
            server.submits(Calendar.at(day, persona.startHour() + chance.below(7), chance.below(60)), persona,
                    persona.place().ip(), List.of(to), 60);
        }
    }

    private void notices(Persona persona, LocalDate day) {
        for (int i = 0; i < 20; i++) {
            server.submits(Calendar.at(day, 8 + i / 2, 7 + 25 * (i % 2)), persona, persona.place().ip(),
                    List.of(Contacts.customer(chance.below(STATEMENTS))), 80);
        }
        if (day.getDayOfMonth() == 1) {
            for (int i = 0; i < STATEMENTS; i++) {
                server.submits(Calendar.at(day, 6, 0).plusSeconds(6L * i), persona, persona.place().ip(),
                        List.of(Contacts.customer(i)), 100);
            }
        }
    }

    private void newsletter(Persona persona, LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.TUESDAY) {
            return;
        }
        for (int part = 0; part < SUBSCRIBERS / 50; part++) {
            List<String> readers = IntStream.range(part * 50, part * 50 + 50).mapToObj(Contacts::customer).toList();
            server.submits(Calendar.at(day, 10, 0).plusSeconds(30L * part), persona, persona.place().ip(), readers, 90);
        }
    }
}
