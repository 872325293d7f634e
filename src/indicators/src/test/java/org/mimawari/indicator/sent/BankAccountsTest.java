package org.mimawari.indicator.sent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BankAccountsTest {

    @Test
    void readsJapaneseAccountsInAnyWriting() {
        assertThat(BankAccounts.in("みなと銀行　渋谷支店　普通預金　１２３４５６７")).containsExactly("jp 1234567");
        assertThat(BankAccounts.in("みなと信用金庫 口座種別:当座 口座番号:765-4321")).containsExactly("jp 7654321");
        assertThat(BankAccounts.in("ゆうちょ銀行 記号 10120 番号 12345671")).containsExactly("post 10120-12345671");
    }

    @Test
    void readsIbansWithARightCheckNumberOnly() {
        assertThat(BankAccounts.in("IBAN: DE89 3704 0044 0532 0130 00."))
                .containsExactly("iban DE89370400440532013000");
        assertThat(BankAccounts.in("IBAN: DE88 3704 0044 0532 0130 00.")).isEmpty();
    }

    @Test
    void readsAccountNumbersBesideACode() {
        assertThat(BankAccounts.in("Account number: 12345678, sort code 12-34-56")).containsExactly("number 12345678");
        assertThat(BankAccounts.in("Your account number is 12345678 in our shop")).isEmpty();
    }

    @Test
    void ignoresTelephoneAndOrderNumbers() {
        assertThat(BankAccounts.in("銀行振込でお願いします。電話 03-1234-5678 注文番号 1234567 普通郵便で送ります")).isEmpty();
    }

    @Test
    void showsThreeDigitsOnly() {
        assertThat(BankAccounts.masked("iban DE89370400440532013000")).isEqualTo("iban …000");
    }
}
