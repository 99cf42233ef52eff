package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.company.Company;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.UnitOfWork;

/** The open book as a contributed command sees it: what the product's own commands do with theirs. */
final class TaskBook implements OpenBook {

    private final Invocation invocation;
    private final CommonOptions options;
    private final Session session;

    TaskBook(Invocation invocation, CommonOptions options, Session session) {
        this.invocation = invocation;
        this.options = options;
        this.session = session;
    }

    @Override
    public Company company() {
        return session.company();
    }

    @Override
    public <T> T service(Class<T> type) {
        return session.service(type);
    }

    @Override
    public Progress progress() {
        return session.progress();
    }

    @Override
    public Instant now() {
        return session.now();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now(), company().profile().zone());
    }

    @Override
    public <T> T done(Outcome<T> outcome) {
        return RefusedException.orRefuse(outcome);
    }

    @Override
    public <T> T store(boolean rehearsal, Supplier<Outcome<T>> steps) {
        T value = done(session.service(UnitOfWork.class).together(steps, !rehearsal));
        if (rehearsal) {
            remark("Nothing was stored: this was a rehearsal.");
        }
        return value;
    }

    @Override
    public RuntimeException refuse(List<Refusal> refusals) {
        return new RefusedException(refusals);
    }

    @Override
    public BigDecimal number(String text) {
        return Session.number(text);
    }

    @Override
    public LocalDate day(String text) {
        return Moments.day(text);
    }

    @Override
    public Instant start(String text) {
        return done(session.moments().start(text));
    }

    @Override
    public Instant end(String text) {
        return done(session.moments().end(text));
    }

    @Override
    public Optional<ItemId> item(String text) {
        return session.item(text);
    }

    @Override
    public Optional<LocationId> location(String code) {
        return session.location(code);
    }

    @Override
    public BigDecimal amount(BigDecimal value) {
        return session.amount(value);
    }

    @Override
    public List<ImportRow> read(Path file, List<String> columns) throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        List<ImportRow> rows = FileRows.read(session, file, columns, refusals);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return rows;
    }

    @Override
    public RowWriter data(String name, List<String> columns) throws IOException {
        session.progress().clear();
        return invocation.data(options, name, columns);
    }

    @Override
    public RowWriter result(String name, List<String> columns) throws IOException {
        session.progress().clear();
        return invocation.result(options, name, columns);
    }

    @Override
    public void remark(String sentence) {
        session.progress().clear();
        invocation.console().remark(sentence);
    }

    @Override
    public void warn(Refusal refusal) {
        session.progress().clear();
        invocation.console().print(refusal);
    }

}
