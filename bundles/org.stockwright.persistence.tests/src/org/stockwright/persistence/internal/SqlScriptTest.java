package org.stockwright.persistence.internal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Cutting scripts into statements. */
class SqlScriptTest {

    @Test
    void statementsEndAtSemicolonsOutsideOfQuotesAndComments() {
        String text = """
            -- a comment; with a semicolon and 'half a quote
            INSERT INTO t VALUES ('a;b', 'it''s; -- here'); /* block; comment */
            INSERT INTO "odd;name" VALUES (1);;
            SELECT 1
            """;
        assertThat(SqlScript.statements(text)).containsExactly(
            "INSERT INTO t VALUES ('a;b', 'it''s; -- here')",
            "INSERT INTO \"odd;name\" VALUES (1)",
            "SELECT 1");
    }

    @Test
    void aTriggersBodyIsOneStatement() {
        String trigger = "CREATE TRIGGER x AFTER UPDATE ON t BEGIN ATOMIC INSERT INTO a VALUES (1); "
            + "UPDATE b SET c = CASE WHEN d = 1 THEN 2 ELSE 3 END; END";
        assertThat(SqlScript.statements(trigger + "; SELECT 1;")).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void aDollarQuotedFunctionIsOneStatement() {
        String function = "CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN RAISE 'x'; END; $body$ LANGUAGE plpgsql";
        assertThat(SqlScript.statements(function + ";\nSELECT 1")).containsExactly(function, "SELECT 1");
    }

    @Test
    void aQuoteWithoutAnEndIsRefusedWithItsLine() {
        assertThatThrownBy(() -> SqlScript.statements("SELECT 1;\nSELECT 'x"))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("line 2");
    }

}
