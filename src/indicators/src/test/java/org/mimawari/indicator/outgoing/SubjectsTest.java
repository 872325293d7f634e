package org.mimawari.indicator.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Test
    void joinsWhatOneCampaignCallsItself() {
        assertThat(Subjects.normalised("Re: Fwd: Parcel No. 4711")).isEqualTo(Subjects.normalised("parcel no. 12"));
        assertThat(Subjects.normalised("山田様 ご請求の件")).isEqualTo(Subjects.normalised("返信: 鈴木様 ご請求の件"));
    }

    @Test
    void tellsRepliesInAnyLanguage() {
        assertThat(List.of("RE: a", "Fw: a", "返信: a", "AW: a", "Ｒｅ： a")).allMatch(Subjects::isReply);
        assertThat(List.of("Report", "Reservation: May", "ご返信のお願い")).noneMatch(Subjects::isReply);
    }
}
