package org.mimawari.simulator;

import java.util.List;

/** Whom the company writes to, and what about. */
final class Contacts {

    private static final List<String> PARTNERS = List.of("takahashi@minato.example", "purchase@kaede.example",
            "hayashi@mori.example", "mori@aoba.example", "desk@harbour.example", "jane@northwind.example",
            "orders@kaede.example", "matsumoto@sakura.example", "lee@hanriver.example", "support@tools.example");
    static final List<String> SUBJECTS = List.of("お打ち合わせの件", "見積書の送付", "Re: 納期について", "ご請求書 11月分",
            "Weekly report", "Re: schedule for Tuesday", "資料をお送りします", "会議室の予約", "出張報告", "Re: contract draft");

    private Contacts() {}

    /** A partner that this person writes to again and again. */
    static String regular(Persona persona, Chance chance) {
        int offset = Math.floorMod(persona.address().hashCode(), PARTNERS.size());
        return PARTNERS.get((offset + chance.below(4)) % PARTNERS.size());
    }

    /** A customer on a list, number by number. */
    static String customer(int number) {
        return "customer" + number + "@client" + number % 37 + ".example";
    }

    /** A stranger somewhere in the world. */
    static String stranger(int number) {
        return "user" + Integer.toString(number * 7919 % 999_983, 36) + "@mail" + number % 811 + "." + zone(number);
    }

    private static String zone(int number) {
        return number % 3 == 0 ? "test" : "example";
    }
}
