package org.stockwright.service.internal.rules;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.StoreException;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Decisions;
import org.stockwright.service.Template.State;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A company that checks credit by preset rules. */
public abstract class RulesWorld {

    /** The day on which every world begins. */
    protected static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    /** Of the store. */
    @TempDir
    protected Path folder;

    /** The open store. */
    protected World world;
    /** Short words for stock. */
    protected Warehouse warehouse;

    @BeforeEach
    void openWorld() {
        world = World.open(folder.resolve("book"));
        warehouse = new Warehouse(world);
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", Currency.getInstance("EUR"), ZoneOffset.UTC, false)).value();
    }

    @AfterEach
    void closeWorld() {
        try {
            Invariants.check(warehouse.work());
        } finally {
            world.close();
        }
    }

    /** The tables. */
    protected final DecisionTables tables() {
        return world.service(DecisionTables.class);
    }

    /** The decisions. */
    protected final Decisions decisions() {
        return world.service(Decisions.class);
    }

    /** A credit check: by score and country, a decision and a limit. */
    protected static DecisionTable credit(LocalDate from, String least) {
        return new DecisionTable("CREDIT", 0, "Credit check", State.DRAFT, HitPolicy.UNIQUE, from, Optional.empty(),
            List.of(new Input("score", Type.NUMBER, List.of()), new Input("country", Type.TEXT, List.of("DE", "FR"))),
            List.of(new Output("decision", Type.TEXT, List.of("approve", "look", "refuse")),
                new Output("limit", Type.NUMBER, List.of())),
            List.of(new Rule(List.of("< " + least, "-"), List.of("refuse", "0"), "too risky"),
                new Rule(List.of("[" + least + "..700)", "DE"), List.of("look", "1000"), "by hand"),
                new Rule(List.of("[" + least + "..700)", "FR"), List.of("look", "500.00"), ""),
                new Rule(List.of(">= 700", "-"), List.of("approve", "5000"), "")),
            List.of(new Sample("good", Map.of("score", "800", "country", "DE"), List.of(List.of("approve", "5000"))),
                new Sample("poor", Map.of("score", "100", "country", "FR"), List.of(List.of("refuse", "0.0")))));
    }

    /** The same with other rules. */
    protected static DecisionTable with(DecisionTable table, int version, List<Rule> rules, List<Sample> samples) {
        return new DecisionTable(table.code(), version, table.name(), table.state(), table.policy(), table.from(),
            table.until(), table.inputs(), table.outputs(), rules, samples);
    }

    /** Saves and approves. */
    protected final DecisionTable approved(DecisionTable draft) {
        DecisionTable saved = tables().save(draft).value();
        return tables().approve(saved.code(), saved.version()).value();
    }

    /** What was refused, each as {@code line column CODE}. */
    protected static List<String> told(Outcome<?> outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.place().line() + " " + refusal.place().column() + " "
            + refusal.code().name()).toList();
    }

    /** The number that a query yields. */
    protected final long count(String sql) {
        return warehouse.work().read(transaction -> {
            try (PreparedStatement select = transaction.connection().prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Rows of these tables can neither be changed nor deleted. */
    protected final void assertAppendOnly(Map<String, String> columns) {
        columns.forEach((table, column) -> {
            assertThat(count("SELECT COUNT(*) FROM " + table)).as(table).isPositive();
            assertRefused("UPDATE " + table + " SET " + column + " = " + column);
            assertRefused("DELETE FROM " + table);
        });
    }

    /** The database takes no such statement. */
    protected final void assertRefused(String sql) {
        assertThatThrownBy(() -> warehouse.work().write(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
                return Outcome.done(statement.executeUpdate());
            }
        })).as(sql).isInstanceOf(StoreException.class);
    }

}
