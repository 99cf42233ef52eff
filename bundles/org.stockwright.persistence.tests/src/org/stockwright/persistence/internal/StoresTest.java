package org.stockwright.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.UnitOfWork;

/** Opening, closing and reopening on a real Derby. */
class StoresTest {

    @TempDir
    private Path folder;

    @Test
    void aNewStoreHasTheWholeSchemaAndOpensAgain() {
        try (TestStore store = TestStore.open(folder)) {
            StoreInfo info = TestStore.stores().current().orElseThrow();
            assertThat(info.schema()).isEqualTo(2);
            assertThat(info.engine()).isEqualTo("Apache Derby 10.17.1.0");
            assertThat(count(store.work(), "quality_status")).isEqualTo(5);
            store.reopen();
            assertThat(count(store.work(), "quality_status")).isEqualTo(5);
            assertThat(count(store.work(), "schema_migration")).isEqualTo(2);
        }
        assertThat(TestStore.stores().current()).isEmpty();
        assertThat(TestStore.context().getServiceReference(UnitOfWork.class)).isNull();
    }

    private static long count(UnitOfWork work, String table) {
        return work.read(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                return Long.valueOf(rows.getLong(1));
            }
        }).longValue();
    }

}
