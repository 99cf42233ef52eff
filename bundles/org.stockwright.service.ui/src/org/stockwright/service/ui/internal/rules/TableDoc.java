package org.stockwright.service.ui.internal.rules;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Template.State;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.rules.TableRows.Col;
import org.stockwright.ui.master.MasterRow;
import org.stockwright.ui.master.UnsavedRefusal;

/**
 * A version of a decision table while it is edited, without widgets: its head and three tables of rows, which are stored
 * together. What is typed is written on the user interface's thread and read in jobs.
 */
@SuppressWarnings("nls")
final class TableDoc {

    /** The key of a new one. */
    static final String NEW = "+";
    /** Before the key of a version that a new version is begun with. */
    static final String COPY = "=";

    /** The tables that it has. */
    enum Part {
        /** The rules. */
        RULES,
        /** The columns. */
        COLUMNS,
        /** The samples. */
        SAMPLES
    }

    /** The head as it is typed. */
    record Head(String code, String name, HitPolicy policy, String from, String until) {
    }

    /** Everything that is stored together. */
    record Content(Head head, Map<Part, List<MasterRow>> rows) {

        Content {
            rows = Map.copyOf(rows);
        }

        List<MasterRow> of(Part part) {
            return rows.getOrDefault(part, List.of());
        }

        Content with(Part part, List<MasterRow> others) {
            Map<Part, List<MasterRow>> changed = new EnumMap<>(Part.class);
            changed.putAll(rows);
            changed.put(part, List.copyOf(others));
            return new Content(head, changed);
        }

        List<Col> cols() {
            return TableRows.cols(of(Part.COLUMNS));
        }

    }

    private final DecisionTables tables;
    private final Items items;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile String key;
    private volatile Optional<DecisionTable> version = Optional.empty();
    private volatile Content stored = new Content(new Head("", "", HitPolicy.UNIQUE, "", ""), Map.of());
    private volatile Content typed = stored;

    TableDoc(String key, DecisionTables tables, Items items) {
        this.key = key;
        this.tables = tables;
        this.items = items;
    }

    /** The key of a version. */
    static String key(DecisionTable table) {
        return table.code() + '/' + table.version();
    }

    String key() {
        return key;
    }

    /** The version as it is stored; empty while it is not. */
    Optional<DecisionTable> version() {
        return version;
    }

    /** Another number each time something else is stored. */
    int generation() {
        return generation.get();
    }

    Content stored() {
        return stored;
    }

    Content typed() {
        return typed;
    }

    synchronized void type(Content content) {
        typed = content;
    }

    /** Why nobody can change it; empty when it is a draft. */
    String whyFixed() {
        return version.filter(one -> one.state() != State.DRAFT)
            .map(one -> NLS.bind(Messages.Template_fixed, String.valueOf(one.version()))).orElse("");
    }

    /**
     * What is stored, or what a new one begins with.
     *
     * @param before the generation by then; what was read is not taken when it is another by now
     * @param version the version; empty while none is stored
     * @param isGone whether there was one, which is not there any more
     * @param content its content
     */
    record Read(int before, Optional<DecisionTable> version, boolean isGone, Content content) {
    }

    /** Reads what is stored, and changes nothing here; called in a job. */
    Read load() {
        int before = generation();
        boolean isNew = key.equals(NEW) || key.startsWith(COPY);
        Optional<DecisionTable> found = find();
        String today = LocalDate.now(Zones.current()).toString();
        Content now = found.map(one -> content(one, isNew ? today : one.from().toString()))
            .orElseGet(() -> new Content(new Head("", "", HitPolicy.UNIQUE, today, ""),
                Map.of(Part.COLUMNS, TableRows.fresh(), Part.RULES, List.of(), Part.SAMPLES, List.of())));
        return new Read(before, isNew ? Optional.empty() : found, !isNew && found.isEmpty(), now);
    }

    /** Begins with what was read, unless something was stored or read since; tells whether it did. */
    synchronized boolean take(Read read) {
        if (read.before() != generation()) {
            return false;
        }
        version = read.version();
        take(read.content());
        return true;
    }

    private Optional<DecisionTable> find() {
        String plain = key.startsWith(COPY) ? key.substring(COPY.length()) : key;
        int slash = plain.lastIndexOf('/');
        return slash < 0 ? Optional.empty()
            : tables.get(plain.substring(0, slash), Integer.parseInt(plain.substring(slash + 1)));
    }

    private static Content content(DecisionTable table, String from) {
        return new Content(
            new Head(table.code(), table.name(), table.policy(), from,
                table.until().map(LocalDate::toString).orElse("")),
            Map.of(Part.COLUMNS, TableRows.columns(table), Part.RULES, TableRows.rules(table), Part.SAMPLES,
                TableRows.samples(table)));
    }

    private void take(Content now) {
        stored = now;
        typed = now;
        generation.incrementAndGet();
    }

    /** What was typed goes back to what is stored. */
    synchronized void discard() {
        take(stored);
    }

    /** The table that was typed, or what is wrong with its head. Called in a job. */
    Outcome<DecisionTable> table(Content content) {
        TypedFields fields = new TypedFields(items);
        LocalDate today = LocalDate.now(Zones.current());
        Head head = content.head();
        LocalDate from = fields.day(head.from(), today, 0, "from").orElse(today);
        Optional<LocalDate> until = fields.day(head.until(), today, 0, "until");
        List<Col> cols = content.cols();
        return fields.outcome(() -> Outcome.done(new DecisionTable(head.code().strip(),
            version.map(DecisionTable::version).orElse(0), head.name().strip(), State.DRAFT, head.policy(), from, until,
            TableRows.inputs(cols), TableRows.outputs(cols), TableRows.readRules(content.of(Part.RULES), cols),
            TableRows.readSamples(content.of(Part.SAMPLES), cols))));
    }

    /** Stores all with the rows of one table as they are asked to be; called in a job. */
    Outcome<DecisionTable> save(Part part, List<MasterRow> rows) {
        if (version.isPresent() && !find().equals(version)) {
            return Outcome.refused(Refusal.of(UnsavedRefusal.CHANGED_MEANWHILE, Messages.Rules_word)
                .hint(Messages.Version_changedHint));
        }
        Content before = typed;
        return table(before.with(part, rows)).then(tables::save).map(saved -> {
            key = key(saved);
            Optional<DecisionTable> now = find();
            stored(now, content(saved, saved.from().toString()), before);
            return saved;
        });
    }

    /** Takes what was saved; what was typed meanwhile stays, and is not saved yet. */
    private synchronized void stored(Optional<DecisionTable> now, Content content, Content before) {
        version = now;
        if (typed.equals(before)) {
            take(content);
        } else {
            stored = content;
        }
    }

}
