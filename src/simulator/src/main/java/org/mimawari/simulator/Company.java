package org.mimawari.simulator;

import java.util.List;

/** Hinode Trading: people on Microsoft 365, shared and machine mailboxes on a mail server of its own. */
final class Company {

    static final String DOMAIN = "hinode.example";
    private static final String OUTLOOK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15";
    private static final String THUNDERBIRD = "Thunderbird 115.1";

    /** Those whose mailboxes are in Microsoft 365. */
    static final List<Persona> CLOUD = List.of(
            person("sato", "佐藤 健", Persona.Kind.SALES, Place.OFFICE, OUTLOOK),
            person("ito", "伊藤 舞", Persona.Kind.SALES, Place.OFFICE, OUTLOOK),
            person("tanaka", "田中 明", Persona.Kind.OFFICE, Place.OFFICE, OUTLOOK),
            person("yamamoto", "山本 花子", Persona.Kind.OFFICE, Place.OFFICE, OUTLOOK),
            person("watanabe", "渡辺 亮", Persona.Kind.TRAVELLER, Place.OFFICE, MAC),
            person("nakamura", "中村 葵", Persona.Kind.OFFICE, Place.home(1), MAC),
            person("kobayashi", "小林 大輔", Persona.Kind.OFFICE, Place.home(2), OUTLOOK),
            person("smith", "Emma Smith", Persona.Kind.OFFICE, Place.OFFICE, MAC));

    /** Those whose mailboxes are on the company's own server. */
    static final List<Persona> SERVER = List.of(
            person("info", "Hinode info", Persona.Kind.SHARED, Place.OFFICE, THUNDERBIRD),
            person("koho", "Hinode 広報", Persona.Kind.SHARED, Place.OFFICE, THUNDERBIRD),
            person("noreply", "Hinode", Persona.Kind.ROBOT, Place.DATA_CENTRE, "app"),
            person("newsletter", "Hinode News", Persona.Kind.NEWSLETTER, Place.DATA_CENTRE, "app"),
            new Persona("kato@" + DOMAIN, "加藤 守", Persona.Kind.NIGHT_SHIFT, Place.OFFICE, THUNDERBIRD, 22));

    /** Those whose mailboxes are looked at over IMAP; the logs of that server were not kept. */
    static final List<Persona> IMAP = List.of(
            person("suzuki", "鈴木 一郎", Persona.Kind.OFFICE, Place.OFFICE, THUNDERBIRD),
            person("yoshida", "吉田 真", Persona.Kind.OFFICE, Place.OFFICE, THUNDERBIRD));

    private Company() {}

    static Persona named(String localPart) {
        return List.of(CLOUD, SERVER, IMAP).stream().flatMap(List::stream)
                .filter(persona -> persona.localPart().equals(localPart)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + localPart));
    }

    private static Persona person(String localPart, String name, Persona.Kind kind, Place place, String client) {
        return new Persona(localPart + "@" + DOMAIN, name, kind, place, client, 9);
    }
}
