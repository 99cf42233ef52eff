package org.stockwright.security.internal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordHashTest {

    @Test
    void theReferenceVectorIsVerified() {
        PasswordHash hash = PasswordHash.parse(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        assertThat(hash.isOf("password".toCharArray())).isTrue();
        assertThat(hash.isOf("passworD".toCharArray())).isFalse();
        assertThat(hash.isOutdated()).isTrue();
    }

    @Test
    void aHashSaysItsParametersAndIsReadBack() {
        PasswordHash hash = PasswordHash.of("sechs grüne Äpfel 🍏".toCharArray());
        assertThat(hash.toString()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        PasswordHash again = PasswordHash.parse(hash.toString());
        assertThat(again.isOf("sechs grüne Äpfel 🍏".toCharArray())).isTrue();
        assertThat(again.isOf("sechs grüne Apfel 🍏".toCharArray())).isFalse();
        assertThat(again.isOutdated()).isFalse();
        assertThat(again.toString()).isEqualTo(hash.toString());
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(PasswordHash.of("the same one".toCharArray()).toString())
            .isNotEqualTo(PasswordHash.of("the same one".toCharArray()).toString());
    }

    @Test
    void otherParametersThanTodaysAreOutdated() {
        assertThat(PasswordHash.of("weak".toCharArray(), 1024, 1, 1).isOutdated()).isTrue();
        assertThat(PasswordHash.of("strong".toCharArray(), 32768, 3, 1).isOutdated()).isTrue();
    }

    @Test
    void whatIsNoHashIsRefusedBeforeItTakesMemory() {
        for (String text : new String[] { "", "secret", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA",
            "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$AAAAAAAA", "$argon2id$v=19$m=8,t=0,p=1$c29tZXNhbHQ$AAAAAAAA",
            "$argon2id$v=19$m=8,t=1,p=0$c29tZXNhbHQ$AAAAAAAA" }) {
            assertThatThrownBy(() -> PasswordHash.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

}
