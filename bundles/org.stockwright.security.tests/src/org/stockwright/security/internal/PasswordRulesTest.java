package org.stockwright.security.internal;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.security.SecurityRefusal;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTest {

    private static Optional<SecurityRefusal> code(String user, String password) {
        return PasswordRules.refusal(user, password.toCharArray()).map(Refusal::code).map(SecurityRefusal.class::cast);
    }

    @Test
    void twelveCharactersOrAPassphraseWillDo() {
        assertThat(code("anna", "k7#tulip-Box")).isEmpty();
        assertThat(code("anna", "four green crates on a pallet")).isEmpty();
        assertThat(code("anna", "naïve Größe é")).isEmpty();
    }

    @Test
    void shortOnesAreRefusedByCharactersAndNotByBytes() {
        assertThat(code("anna", "k7#tulip-Bo")).contains(SecurityRefusal.PASSWORD_TOO_SHORT);
        assertThat(code("anna", "🍏🍏🍏🍏🍏🍏")).contains(SecurityRefusal.PASSWORD_TOO_SHORT);
        assertThat(code("anna", "")).contains(SecurityRefusal.PASSWORD_TOO_SHORT);
        assertThat(code("anna", "x y".repeat(100))).contains(SecurityRefusal.PASSWORD_TOO_LONG);
    }

    @Test
    void theNameItselfIsRefusedHoweverItIsWritten() {
        assertThat(code("annabel.marsh", "Annabel.Marsh")).contains(SecurityRefusal.PASSWORD_HAS_NAME);
        assertThat(code("annabel.marsh", "annabel.marsh2026!")).contains(SecurityRefusal.PASSWORD_HAS_NAME);
        assertThat(code("anna", "annaANNAanna")).contains(SecurityRefusal.PASSWORD_HAS_NAME);
        assertThat(code("ab1", "ab1ab1ab1ab1")).contains(SecurityRefusal.PASSWORD_HAS_NAME);
        assertThat(code("anna", "anna likes seven plums")).isEmpty();
    }

    @Test
    void theOnesThatAreTriedFirstAreRefused() {
        assertThat(code("anna", "123456789012")).contains(SecurityRefusal.PASSWORD_COMMON);
        assertThat(code("anna", "PasswordPassword")).contains(SecurityRefusal.PASSWORD_COMMON);
        assertThat(code("anna", "Correct Horse Battery Staple")).contains(SecurityRefusal.PASSWORD_COMMON);
        assertThat(code("anna", "zzzzzzzzzzzzzzz")).contains(SecurityRefusal.PASSWORD_COMMON);
    }

}
