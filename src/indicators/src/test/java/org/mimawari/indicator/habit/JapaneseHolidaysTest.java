package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JapaneseHolidaysTest {

    private final JapaneseHolidays holidays = new JapaneseHolidays();

    private List<String> of(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(holidays::contains)
                .map(day -> day.toString().substring(5)).toList();
    }

    @Test
    void knowsTheSubstitutesAndTheDayBetweenOf2026() {
        assertThat(of(2026)).containsExactly("01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04",
                "05-05", "05-06", "07-20", "08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23");
    }

    @Test
    void knowsTheAccessionOf2019() {
        assertThat(of(2019)).containsExactly("01-01", "01-14", "02-11", "03-21", "04-29", "04-30", "05-01", "05-02",
                "05-03", "05-04", "05-05", "05-06", "07-15", "08-11", "08-12", "09-16", "09-23", "10-14", "10-22",
                "11-03", "11-04", "11-23");
    }

    @Test
    void knowsTheDaysMovedForTheGames() {
        assertThat(of(2020)).contains("07-23", "07-24", "08-10").doesNotContain("07-20", "10-12");
        assertThat(of(2021)).contains("07-22", "07-23", "08-09").doesNotContain("07-19", "10-11");
    }

    @Test
    void knowsTheOldRulesAndTheEquinoxes() {
        assertThat(of(2002)).contains("07-20", "09-15", "09-16", "12-23");
        assertThat(of(2025)).contains("02-24", "03-20", "05-06", "09-23", "11-24");
        assertThat(of(2032)).contains("09-21", "09-22");
    }
}
