package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Contributions;
import org.stockwright.persistence.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqlFailureTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "XSDG2, BROKEN", "XSLA4, BROKEN", "XX001, BROKEN", "58030, BROKEN", "53200, BROKEN",
        "53100, DISK_FULL",
        "53300, DISCONNECTED", "40001, RETRY", "40XL1, WAITED", "42X01, FINAL", "X0Y32, FINAL", "23505, FINAL" })
    void aStateSaysWhatItMeansForTheWork(String state, SqlFailure meaning) {
        assertThat(SqlFailure.of(new StoreException("x", new SQLException("x", state)))).isEqualTo(meaning);
    }

    @Test
    void aDamagedFileIsNoFaultOfAContribution() {
        ContributionsComponent contributions = new ContributionsComponent(folder.resolve(ContributionsComponent.FILE));
        StoreException damaged = new StoreException("The database failed",
            new SQLException("Invalid checksum on Page", "XSDG2"));
        for (int i = 0; i <= Contributions.MOST_FAILURES; i++) {
            assertThatThrownBy(() -> contributions.call(this, one -> {
                throw damaged;
            })).isSameAs(damaged);
        }
        assertThat(contributions.faulty()).isEmpty();
    }

}
