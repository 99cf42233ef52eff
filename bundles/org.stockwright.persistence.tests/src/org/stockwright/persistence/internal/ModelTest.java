package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.model.SettingEntity;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Entities and SQL in one transaction. */
class ModelTest {

    @TempDir
    private Path folder;

    private TestStore store;
    private UnitOfWork work;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        work = store.work();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void entitiesAndSqlShareOneTransaction() {
        work.write(transaction -> {
            execute(transaction, "INSERT INTO setting (name, text, version) VALUES ('a', 'by sql', 1)");
            assertThat(transaction.entities().find(SettingEntity.class, "a").getText()).isEqualTo("by sql");
            persist(transaction, "b", "by entity");
            transaction.entities().flush();
            assertThat(text(transaction, "b")).isEqualTo("by entity");
            return Outcome.done("x");
        }).value();
        assertThat(store.settings()).isEqualTo(2);
    }

    @Test
    void entitiesAreWrittenAtTheEndAndUndoneWithARefusal() {
        work.write(transaction -> {
            persist(transaction, "kept", "x");
            return Outcome.done("x");
        }).value();
        work.write(transaction -> {
            persist(transaction, "refused", "x");
            transaction.entities().flush();
            return Outcome.refused(StoreRefusal.UNSUPPORTED, "it");
        });
        work.attempt(transaction -> {
            persist(transaction, "attempted", "x");
            return Outcome.done("x");
        }).value();
        assertThat(text("kept")).isEqualTo("x");
        assertThat(store.settings()).isEqualTo(1);
    }

    @Test
    void nothingIsRememberedFromOneUnitOfWorkToTheNext() {
        work.write(transaction -> {
            persist(transaction, "a", "old");
            return Outcome.done("x");
        }).value();
        store.execute("UPDATE setting SET text = 'new' WHERE name = 'a'");
        String text = work.read(transaction -> transaction.entities().find(SettingEntity.class, "a").getText());
        assertThat(text).isEqualTo("new");
    }

    @Test
    void aRowThatAnotherChangedMeanwhileIsReadAgain() {
        work.write(transaction -> {
            persist(transaction, "a", "0");
            return Outcome.done("x");
        }).value();
        AtomicInteger tries = new AtomicInteger();
        work.write(transaction -> {
            SettingEntity setting = transaction.entities().find(SettingEntity.class, "a");
            if (tries.getAndIncrement() == 0) {
                // As another unit of work would: behind the entity's back.
                execute(transaction, "UPDATE setting SET version = version + 1 WHERE name = 'a'");
            }
            setting.setText(setting.getText() + "1");
            return Outcome.done("x");
        }).value();
        assertThat(tries).hasValue(2);
        assertThat(text("a")).isEqualTo("01");
    }

    @Test
    void aRuleThatAnEntityBreaksIsToldAsTheDatabasesFailure() {
        store.set("a", "0");
        assertThatThrownBy(() -> work.write(transaction -> {
            persist(transaction, "a", "again");
            return Outcome.done("x");
        })).isInstanceOf(StoreException.class);
        assertThat(store.settings()).isEqualTo(1);
    }

    private String text(String name) {
        return work.read(transaction -> text(transaction, name));
    }

    private static void persist(Transaction transaction, String name, String text) {
        SettingEntity setting = new SettingEntity(name);
        setting.setText(text);
        transaction.entities().persist(setting);
    }

    private static void execute(Transaction transaction, String sql) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String text(Transaction transaction, String name) throws SQLException {
        try (Statement statement = transaction.connection().createStatement();
            ResultSet rows = statement.executeQuery("SELECT text FROM setting WHERE name = '" + name + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

}
